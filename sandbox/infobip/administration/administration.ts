import type { Route } from '../../shared/api.ts';
import type { SetUpRules } from '../../shared/set-up-rules.ts';
import type { Stage } from '../../shared/stage.ts';
import type { BlockList } from '../block-list.ts';
import type { InboundConfigurations } from '../inbound-configurations.ts';
import type { Notifications } from '../notifications.ts';
import type { TemplateBook } from '../templates.ts';
import { accountRoutes } from './account.ts';
import { blockListRoutes } from './block-list.ts';
import { BusinessInfo } from './business-info.ts';
import type { Directory } from './directory.ts';
import { Numbers } from './numbers.ts';
import { Pace } from './pace.ts';
import { Senders } from './senders.ts';
import { TemplateChanges } from './template-routes.ts';

interface Surroundings {
	stage: Stage;
	directory: Directory;
	templates: TemplateBook;
	configurations: InboundConfigurations;
	blockList: BlockList;
	notifications: Notifications;
	rules: SetUpRules;
}

/** Everything that sets a channel up, but for where its events go. */
export function createAdministration(around: Surroundings) {
	const { blockList, configurations, directory, notifications, rules, stage, templates } = around;
	const { now, timers } = stage;
	const numbers = new Numbers({
		directory,
		rules,
		timers,
		released: ({ line }) => {
			configurations.forget(line);
		},
	});
	const senders = new Senders({ directory, rules, timers, now });
	const businessInfo = new BusinessInfo(directory);
	const templateChanges = new TemplateChanges({
		directory,
		templates,
		rules,
		timers,
		now,
		announce: (template, reason) => {
			notifications.template(template, reason);
		},
	});
	const pace = new Pace({ now, rules });
	const routes: Route[] = [
		...accountRoutes(directory),
		...numbers.routes(),
		...senders.routes(),
		...businessInfo.routes(),
		...templateChanges.routes(),
		...blockListRoutes({ blockList, rules, timers, now }),
	];
	return {
		routes,
		/** Calls that come too fast are refused. */
		limited: (route: Route) => pace.limited(route),
		reset: () => {
			pace.clear();
			directory.reset();
			templates.reset();
			businessInfo.clear();
			templateChanges.clear();
		},
	};
}
