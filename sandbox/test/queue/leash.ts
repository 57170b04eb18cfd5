/** Starts a Redis in the folder that it is given, prints its process id, and waits for its own end. */
import { startRedis } from '../../queue/redis.ts';

const redis = await startRedis({ folder: process.argv[2] ?? '' });
process.stdout.write(`${String(redis.pid)}\n`);
