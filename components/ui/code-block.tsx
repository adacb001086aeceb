/** One click selects all of it. */
export function CodeBlock({ children }: { children: string }) {
  return (
    <pre
      className="rounded-md bg-paper-deep p-4 whitespace-pre-wrap wrap-anywhere select-all"
      dir="ltr"
    >
      <code>{children}</code>
    </pre>
  );
}
