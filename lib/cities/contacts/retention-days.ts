/** While the coalition may need to reach a city that has left, or that comes back. */
export const contactsKeptDaysAfterLeaving = 90;
