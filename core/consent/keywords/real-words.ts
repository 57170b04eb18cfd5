/**
 * Real words a slip or two away from a keyword that near matches are looked for: a message that is one of them is
 * that word. English words of everyday use; obscure ones ("stap") are left out because a slip is likelier.
 */
export const REAL_WORDS = new Set(
	(
		'shop step steps stoop stops top tops slop swop stow sop sop atop estop strop stomp stoup stock store storm story ' +
		'spot post stove stone stored stopped stopper stoppage stopping stood stool stork stot strip stump soap swap slap ' +
		'quiet quite quilt suit quip quin quits quid quint quoit quiz quirt quieter quilter quitter quitting ' +
		'cancer cancels canceled cancelled canceler canceller cancan camel channel chancel canal candela cancellation ' +
		'remote remake removed remover removers removes recover revoked revoker revokes evoke provoke remorse revolve ' +
		'subscriber subscribers subscribed subscribes inscribe describe ascribe unsubscribed unsubscribes ' +
		'output outpost terminal terminals terminate terminated terminates germinate annular annulled annulet commence ' +
		'commenced continual continued continues retire retired retirement resignation restate prostate pristine ' +
		'surprise supplier subprime rejoinder activate framed fielding melding starts star stars stark smart start tart ' +
		'held hell helm helps kelp whelp yelp optic option options opted'
	).split(' '),
);
