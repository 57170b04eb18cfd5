/**
 * Loaded into n8n before its own code: when the process that started it is gone, however it ended, standard input closes and n8n's
 * whole process group ends too. Without it a killed launcher or test would leave an n8n behind that holds its ports.
 */
process.stdin.on('close', () => process.kill(-process.pid, 'SIGKILL'));
process.stdin.resume();
process.stdin.unref();
