import { STATUS_CODES } from "node:http";

/** What went wrong, for programs (RFC 9457), e.g. `{ title: "Not Found", status: 404, … }`. */
export const problemOf = (status: number, detail?: string) => ({
  type: "about:blank",
  title: STATUS_CODES[status],
  status,
  ...(detail && { detail }),
});

export const problemType = "application/problem+json";

/** The same as an answer of a route. @param detail a sentence that says what would be right */
export const problemResponse = (status: number, detail: string): Response =>
  Response.json(problemOf(status, detail), { status, headers: { "content-type": problemType } });
