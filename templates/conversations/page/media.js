import { element } from '../../../pages/shared/dom.js';
import { readFile } from './api.js';
import { kindName } from './words.js';

/** Types that the page shows itself; any other file is only kept, under a type that nothing opens. */
const SHOWN = {
	'image/jpeg': picture,
	'image/png': picture,
	'image/webp': picture,
	'image/gif': picture,
	'audio/ogg': player('audio'),
	'audio/mpeg': player('audio'),
	'audio/mp4': player('audio'),
	'audio/aac': player('audio'),
	'audio/amr': player('audio'),
	'video/mp4': player('video'),
	'video/3gpp': player('video'),
};
const UNOPENED = 'application/octet-stream';

function picture(url, name) {
	return element('img', { src: url, alt: name });
}

function player(tag) {
	return (url, name) => element(tag, { src: url, controls: true, 'aria-label': name });
}

function download(url, name, filename) {
	return element('a', { href: url, download: filename }, `Save ${name}`);
}

/**
 * A button that fetches the file of a message and shows it in its place.
 *
 * @param {import('./api.js').Entry} entry
 * @param {{ mimeType?: string, filename?: string }} media
 */
export function mediaNode({ key, type }, media) {
	const [mimeType = ''] = (media.mimeType ?? '').split(';');
	const filename = media.filename || `${kindName(type)}`;
	const name = media.filename ? `${kindName(type)} ${media.filename}` : kindName(type);
	const make = SHOWN[mimeType] ?? download;
	const problem = element('p', { class: 'problem', role: 'alert' });
	const button = element('button', { type: 'button', class: 'quiet-button' }, `Show ${name}`);
	const node = element('div', { class: 'media' }, button, problem);
	button.addEventListener('click', async () => {
		button.disabled = true;
		problem.textContent = '';
		try {
			const file = await readFile(key);
			const blob = new Blob([file], { type: SHOWN[mimeType] ? mimeType : UNOPENED });
			const shown = make(URL.createObjectURL(blob), name, filename);
			shown.tabIndex = 0;
			node.replaceChildren(shown);
			shown.focus();
		} catch (failure) {
			problem.textContent = failure.message;
			button.disabled = false;
		}
	});
	return node;
}
