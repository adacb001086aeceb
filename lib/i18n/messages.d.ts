import type english from "@/content/en/messages.json";

// A key that the English messages lack is a type error.
declare module "use-intl/core" {
  interface AppConfig {
    Messages: typeof english;
  }
}
