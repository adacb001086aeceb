export const choices = ["showName", "hideName", "wantNews", "stopMails"] as const;
export type Choice = (typeof choices)[number];

/**
 * - `withdrawn`: a keyed hash of the address stays, so that the endorsement does not come back.
 * - `deleted`: not even the hash stays.
 * - `not_me`: someone else used the address. The hash stays and stops mails for every city.
 */
export const endings = ["withdrawn", "deleted", "not_me"] as const;
export type Ending = (typeof endings)[number];
