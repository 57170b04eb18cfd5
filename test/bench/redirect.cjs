/**
 * Loaded into n8n before its own code. n8n's WhatsApp Trigger registers itself at an address that it does not let anybody choose:
 * calls to it go to BENCH_GRAPH_PORT on loopback instead. The other thing is n8n's process id, whose CPU time is measured.
 */
const { writeFileSync } = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const { isMainThread } = require('node:worker_threads');

const direct = https.request;
https.request = function request(options, ...rest) {
	if (options?.hostname !== 'graph.facebook.com') return direct.call(this, options, ...rest);
	const target = {
		...options,
		protocol: 'http:',
		hostname: '127.0.0.1',
		host: '127.0.0.1',
		port: Number(process.env.BENCH_GRAPH_PORT),
		agent: undefined,
		agents: undefined,
	};
	return http.request(target, ...rest);
};

if (isMainThread && process.argv[2] === 'start') {
	writeFileSync(process.env.BENCH_PID_FILE, String(process.pid));
}
