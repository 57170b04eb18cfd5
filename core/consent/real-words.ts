/**
 * Real words one or two letters away from an opt-out keyword: a message that is one of them is that word, not a slip.
 */
export const REAL_WORDS = new Set(
	(
		'shop step stoop stops top slop swop stow sop atop estop strop stomp stoup stob storp stope spot post stock ' +
		'quiet quite quilt suit quip quin quits quid quint quoit squit unit ' +
		'cancer cancels chancel cancan camel channel canal counsel panel ' +
		'remote remake removed remover removes revoked revoker evoke provoke remorse revolve ' +
		'subscribe subscriber subscribed subscribes inscribe describe ascribe ' +
		'output outpost potato stoic stool store storm story stork stoppage atone stop-off'
	).split(' '),
);
