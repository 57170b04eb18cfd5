/**
 * Loaded into n8n before its own code: when the process that started it is gone, however it ended, standard input closes and n8n's
 * whole process group ends too. Without it a killed launcher or test would leave an n8n behind that holds its ports.
 */
const { isMainThread } = require('node:worker_threads');

// Worker threads load it as well, and have no standard input of their own.
if (isMainThread) {
	process.stdin.on('close', () => process.kill(-process.pid, 'SIGKILL'));
	process.stdin.resume();
	process.stdin.unref();
}
