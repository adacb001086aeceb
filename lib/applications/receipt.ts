/** Version of the receipt that applicants consent to: raise it when a promise in it changes. */
export const consentVersion = "2026-11-29";

/** Since this version applicants agree to be a contact of the city once it has joined. */
export const contactConsentVersion = "2026-11-29";

export const retentionDays = {
  /** After submission, when the address is never confirmed: the application is deleted. */
  unconfirmed: 7,
  /** After a decline, so that it can be asked about and reopened. */
  declined: 180,
  /** After approval, while the coalition may need to reach whoever handed it in. */
  approved: 730,
} as const;
