/** The message that an address names; undefined where it names none of these. */
export const messageFor = <Message>(
  messages: Readonly<Record<string, Message>>,
  name: string | undefined,
): Message | undefined =>
  name !== undefined && Object.hasOwn(messages, name) ? messages[name] : undefined;
