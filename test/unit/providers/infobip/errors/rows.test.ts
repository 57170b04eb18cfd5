import { API_ROWS } from '../../../../../core/providers/infobip/errors/rows/api';
import { NETWORK_ROWS } from '../../../../../core/providers/infobip/errors/rows/network';
import { PERSON_ROWS } from '../../../../../core/providers/infobip/errors/rows/person';
import { SETUP_ROWS } from '../../../../../core/providers/infobip/errors/rows/setup';
import { STATUS_ROWS } from '../../../../../core/providers/infobip/errors/rows/statuses';

test.each([
	['reports', [...PERSON_ROWS, ...NETWORK_ROWS, ...SETUP_ROWS]],
	['statuses', STATUS_ROWS],
	['answers', API_ROWS],
])('among %s no code stands in two rows', (_, rows) => {
	const codes = rows.flatMap((row) => row.codes);
	expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});
