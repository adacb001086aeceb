/** Of the link to the page where a contact proposes changes. */
export const pageLinkHours = 24;

/** A proposal after its decision, for questions about it. */
export const proposalKeptDays = 90;

/** Of one city, waiting for a decision. */
export const maxProposals = 5;
