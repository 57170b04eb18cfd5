/** Replies that pages quote: what the workflow of the page answers, and what a node does that was never touched. */
import { globSync, readFileSync } from 'node:fs';
import { DEFAULT_REPLIES } from '../../../core/consent/replies';

const QUOTE = /^> (You are unsubscribed.*)$/gm;

test.each(globSync('docs/**/quick-start*.md'))('%s quotes the default answer to STOP', (page) => {
	const quotes = [...readFileSync(page, 'utf8').matchAll(QUOTE)].map(([, quote]) => quote);
	expect(quotes).toEqual([DEFAULT_REPLIES.en?.optedOut]);
});

test('templates that write the answer to STOP out use the same words', () => {
	const files = globSync('templates/*/workflow.json').map((file) => readFileSync(file, 'utf8'));
	const replies = files.flatMap((file) => [...file.matchAll(/"reply": "(You are unsubscribed[^"]*)"/g)]);
	expect([...new Set(replies.map(([, reply]) => reply))]).toEqual([DEFAULT_REPLIES.en?.optedOut]);
});
