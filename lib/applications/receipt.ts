/**
 * Version of the receipt that applicants consent to. A change to what it promises is a new version.
 */
export const consentVersion = "2026-11-25";

/** How long the personal data of an application is kept, in days. */
export const retentionDays = {
  /**
   * After handing in, when the address is never confirmed. Then the whole application is deleted.
   */
  unconfirmed: 7,
  /** After a decline, so that it can be asked about and reopened. */
  declined: 180,
  /** After approval, while the coalition may need to reach whoever handed it in. */
  approved: 730,
} as const;
