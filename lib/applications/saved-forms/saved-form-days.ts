/** A council's agenda may take a fortnight. */
export const savedFormDays = 14;
