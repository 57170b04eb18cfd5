import type { Fault } from '../fault.ts';

export const none: Fault = { name: 'Nothing', strike: () => Promise.resolve() };
