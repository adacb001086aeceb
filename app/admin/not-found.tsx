import { Doorway } from "@/components/review/doorway";

export default function NotFound() {
  return (
    <Doorway title="There is nothing here">
      <p>
        The application does not exist, or it was deleted because its address was never confirmed. <a href="/admin">Go to the applications</a>
      </p>
    </Doorway>
  );
}
