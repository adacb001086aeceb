import { SmallButton } from "@/components/staff-ui/small-button";
import { controlClass } from "@/components/ui/field";

type Props = {
  /** The address that answers. */
  action: string;
  name: string;
  label: string;
  query: string;
  /** Where all are shown. */
  clear: string;
};

/** Looks for something by a word: a question to the server, without scripts. */
export function SearchForm({ action, name, label, query, clear }: Props) {
  return (
    <search>
      <form action={action} className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <label htmlFor={name} className="font-bold">
          {label}
        </label>
        <input
          id={name}
          name={name}
          type="search"
          defaultValue={query}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          data-shortcut="/"
          className={`${controlClass} mt-0! min-h-9! w-56! py-1! max-sm:w-40! max-sm:grow`}
        />
        <SmallButton>Search</SmallButton>
        {query ? (
          <a href={clear} className="py-1">
            Clear
          </a>
        ) : null}
      </form>
    </search>
  );
}
