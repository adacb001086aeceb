/** What a resident can change at any time through the link in each mail. */
export const choices = ["showName", "hideName", "wantNews", "stopMails"] as const;
export type Choice = (typeof choices)[number];

/**
 * How an endorsement ends by the will of whoever has its mail:
 * - `withdrawn`: it counts no more. A keyed hash of the address stays, so that it does not come
 *   back by itself.
 * - `deleted`: it counts no more, and not even the hash stays.
 * - `not_me`: somebody else used the address. The hash stays, and no further mail goes there, for
 *   any city.
 */
export const endings = ["withdrawn", "deleted", "not_me"] as const;
export type Ending = (typeof endings)[number];
