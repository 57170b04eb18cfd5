/** Tells a credential which of its identities a call is made with. The credential takes it off before the call goes out. */
export const ACT_AS_HEADER = 'x-act-as';

/** A call that also shows the app's secret to be right, as the test of a credential is. */
export const PROVING_SECRET = 'provingSecret';
