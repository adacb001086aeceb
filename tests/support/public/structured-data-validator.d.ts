/** The package brings no types. Its input is what extractors of its kind read from a page. */
declare module "@adobe/structured-data-validator" {
  export default class Validator {
    validate(read: {
      jsonld: Record<string, object[]>;
      microdata: object;
      rdfa: object;
    }): Promise<{ issueMessage: string; severity: "ERROR" | "WARNING"; fieldNames?: string[] }[]>;
  }
}
