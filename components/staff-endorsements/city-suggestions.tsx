"use client";

/** Of the client: the page carries the names alone, and not an element for each of them as well. */
export const CitySuggestions = ({ id, names }: { id: string; names: readonly string[] }) => (
  <datalist id={id}>
    {names.map((name) => (
      <option key={name} value={name} />
    ))}
  </datalist>
);
