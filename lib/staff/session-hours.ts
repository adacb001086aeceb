/** A working day: whoever signed in this morning signs in again tomorrow. */
export const sessionHours = 12;
