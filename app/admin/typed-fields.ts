/** What was typed into a form, field by field. Files are no answer to anything here. */
export const typedFields = (form: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
