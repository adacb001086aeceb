import { HtmlValidate } from "html-validate";

const rules = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    "missing-doctype": "error",
    "heading-level": "error",
    "input-missing-label": "error",
    "no-missing-references": "error",
    // A button without a type sends its form, as all here are meant to.
    "no-implicit-button-type": "off",
    // A list without bullets is none to Safari's screen reader, unless it says that it is.
    "no-redundant-role": "off",
    // Suggestions for what is being typed are more than a select can show.
    "prefer-native-element": ["error", { exclude: ["listbox"] }],
  },
});

/**
 * React writes these where an action runs on the server: the first into the page, the second once
 * its script has made the form anew. The front door takes them out of every page but the panel's,
 * which pass through.
 */
const isReactsAction = (message: string) =>
  message === 'Attribute "action" has invalid value ""' ||
  message.startsWith(
    `Attribute "action" has invalid value "javascript:throw new Error('A React form`,
  );

/**
 * What is not valid in a document, as the HTML standard has it.
 * @param isPanel whether it is a page of the staff's panel
 */
export async function validateHtml(html: string, isPanel: boolean): Promise<string[]> {
  const { results } = await rules.validateString(html);
  const messages = results
    .flatMap((result) => result.messages)
    .filter(({ message }) => !isPanel || !isReactsAction(message));
  return messages.map(
    ({ ruleId, message, selector, line }) =>
      `HTML ${ruleId}: ${message} (${selector ?? `line ${line}`})`,
  );
}
