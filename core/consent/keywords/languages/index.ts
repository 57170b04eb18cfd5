import { ar } from './ar';
import { cs } from './cs';
import { da } from './da';
import { de } from './de';
import { el } from './el';
import { en } from './en';
import { es } from './es';
import { fa } from './fa';
import { fi } from './fi';
import { fr } from './fr';
import { he } from './he';
import { hi } from './hi';
import { hu } from './hu';
import { id } from './id';
import { it } from './it';
import { ja } from './ja';
import { ko } from './ko';
import type { Language } from './language';
import { ms } from './ms';
import { nb } from './nb';
import { nl } from './nl';
import { pl } from './pl';
import { pt } from './pt';
import { ro } from './ro';
import { ru } from './ru';
import { sk } from './sk';
import { sv } from './sv';
import { th } from './th';
import { tr } from './tr';
import { uk } from './uk';
import { vi } from './vi';
import { zhHans, zhHant } from './zh';

/** English first: it stays active beside every other language. */
export const LANGUAGES: readonly Language[] = [
	en,
	ar,
	cs,
	da,
	de,
	el,
	es,
	fa,
	fi,
	fr,
	he,
	hi,
	hu,
	id,
	it,
	ja,
	ko,
	ms,
	nb,
	nl,
	pl,
	pt,
	ro,
	ru,
	sk,
	sv,
	th,
	tr,
	uk,
	vi,
	zhHans,
	zhHant,
];
