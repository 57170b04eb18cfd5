import type { Route } from '../../shared/api.ts';
import type { SetUpRules } from '../../shared/set-up-rules.ts';
import type { Stage } from '../../shared/stage.ts';
import type { Webhooks } from '../../shared/webhooks.ts';
import type { Consent } from '../consent.ts';
import type { TemplateBook } from '../templates.ts';
import { consentRoutes } from './consents.ts';
import type { Directory } from './directory.ts';
import { Numbers } from './numbers.ts';
import { Provisioning } from './provisioning.ts';
import { Senders } from './senders.ts';
import { TemplateChanges } from './template-changes.ts';

interface Surroundings {
	stage: Stage;
	directory: Directory;
	templates: TemplateBook;
	consent: Consent;
	rules: SetUpRules;
	webhooks: Webhooks;
}

/** Everything that sets a channel up, but for where its events go. */
export function createAdministration(around: Surroundings) {
	const { consent, directory, rules, stage, templates, webhooks } = around;
	const { now, timers } = stage;
	const provisioning = new Provisioning({ directory, rules, timers, webhooks, now });
	const numbers = new Numbers({ directory, provisioning });
	const senders = new Senders({ directory, rules, timers, now });
	const templateChanges = new TemplateChanges({ templates, rules, timers, now });
	const routes: Readonly<Record<'conversation' | 'numbers' | 'provisioning', readonly Route[]>> = {
		conversation: [...directory.app.routes(), ...consentRoutes(consent, directory)],
		numbers: numbers.routes(),
		provisioning: [...senders.routes(), ...templateChanges.routes()],
	};
	return {
		/** By the API that they belong to. */
		routes,
		reset: () => {
			directory.reset();
			templates.reset();
			provisioning.clear();
			templateChanges.clear();
		},
	};
}
