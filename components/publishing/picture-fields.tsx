import type { PublicationFormState } from "@/components/publishing/publication-form-state";
import { fieldOf } from "@/components/staff-ui/form-state";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

type Props = {
  state: PublicationFormState;
  pictures: readonly { number: number; address: string }[];
};

/** Adds a picture to the publication, and a line for it to the end of the text. */
export function PictureFields({ state, pictures }: Props) {
  return (
    <fieldset className="space-y-4 rounded-md border-2 border-line-soft p-4">
      <legend className="px-1 font-bold">Pictures</legend>
      {pictures.length > 0 ? (
        <ul className="flex flex-wrap gap-4">
          {pictures.map(({ number, address }) => (
            <li key={number} className="w-28">
              <img src={address} alt="" className="h-20 w-full rounded-sm object-cover" />
              <code className="text-sm">picture-{number}</code>
            </li>
          ))}
        </ul>
      ) : null}
      <TextField
        {...fieldOf(state, "picture")}
        defaultValue={undefined}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        label="Picture (optional)"
        hint="PNG, JPEG or WebP, 6 MB at most. It is made smaller, and what the camera wrote into it is taken out."
      />
      <TextField
        {...fieldOf(state, "alt")}
        label="What it shows"
        hint="For people who cannot see it, such as: Eight people on the steps of a town hall."
        autoComplete="off"
      />
      <Button name="intent" value="picture" variant="secondary">
        Add the picture
      </Button>
    </fieldset>
  );
}
