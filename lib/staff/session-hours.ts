/** A working day. */
export const sessionHours = 12;
