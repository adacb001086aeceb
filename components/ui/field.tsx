import type { ComponentProps, ReactNode } from "react";

type FieldProps = {
  /** Also the control's id, which the error summary links to. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Already in the visitor's language. */
  error?: string;
};

/** Owns label, hint, error and what ties them to the control. */
export function Field({
  name,
  label,
  hint,
  error,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const describedBy =
    [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={error ? "border-s-4 border-danger ps-4" : undefined}>
      <label htmlFor={name} className="font-bold">
        {label}
      </label>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name}>{error}</FieldError>
      {children({
        id: name,
        name,
        "aria-describedby": describedBy,
        "aria-invalid": error ? true : undefined,
      })}
    </div>
  );
}

export type ControlProps = {
  id: string;
  name: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

export function Hint({ name, children }: { name: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`${name}-hint`} className="text-ink-soft">
      {children}
    </p>
  );
}

export function FieldError({ name, children }: { name: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`${name}-error`} className="font-bold text-danger">
      {children}
    </p>
  );
}

export const controlClass =
  "mt-1.5 block w-full max-w-xl rounded-md border-2 border-line bg-paper px-3 py-2 text-ink aria-invalid:border-danger min-h-11";

export function TextField({
  name,
  label,
  hint,
  error,
  className = "",
  ...input
}: FieldProps & Omit<ComponentProps<"input">, "name">) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => <input {...control} {...input} className={`${controlClass} ${className}`} />}
    </Field>
  );
}

export function TextAreaField({
  name,
  label,
  hint,
  error,
  className = "",
  rows = 3,
  ...textarea
}: FieldProps & Omit<ComponentProps<"textarea">, "name">) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          {...textarea}
          className={`${controlClass} ${className}`}
        />
      )}
    </Field>
  );
}

export function SelectField({
  name,
  label,
  hint,
  error,
  className = "",
  children,
  ...select
}: FieldProps & Omit<ComponentProps<"select">, "name">) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <select {...control} {...select} className={`${controlClass} ${className}`}>
          {children}
        </select>
      )}
    </Field>
  );
}

type Choice = { value: string; label: ReactNode; hint?: ReactNode };

/** A group of radio buttons. The error summary's link `#name` leads to the first. */
export function RadioGroup({
  name,
  label,
  hint,
  error,
  choices,
  defaultValue,
  ...input
}: FieldProps & { choices: Choice[]; defaultValue?: string } & Omit<
    ComponentProps<"input">,
    "name" | "type" | "value" | "defaultValue"
  >) {
  const describedBy =
    [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset
      role="radiogroup"
      className={error ? "border-s-4 border-danger ps-4" : undefined}
      aria-describedby={describedBy}
      aria-invalid={error ? true : undefined}
    >
      <legend className="font-bold">{label}</legend>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name}>{error}</FieldError>
      <div className="mt-1 space-y-1">
        {choices.map((choice, index) => (
          <label key={choice.value} className="flex min-h-11 items-start gap-3 py-2">
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${choice.value}`}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              className="mt-1 size-6 shrink-0 accent-accent"
              {...input}
            />
            <span>
              {choice.label}
              {choice.hint ? <span className="block text-ink-soft">{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function CheckboxField({
  name,
  label,
  hint,
  error,
  ...input
}: FieldProps & Omit<ComponentProps<"input">, "name" | "type">) {
  const describedBy =
    [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={error ? "border-s-4 border-danger ps-4" : undefined}>
      <FieldError name={name}>{error}</FieldError>
      <div className="flex min-h-11 items-start gap-3 py-2">
        <input
          type="checkbox"
          id={name}
          name={name}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className="mt-1 size-6 shrink-0 accent-accent"
          {...input}
        />
        <div>
          <label htmlFor={name}>{label}</label>
          <Hint name={name}>{hint}</Hint>
        </div>
      </div>
    </div>
  );
}
