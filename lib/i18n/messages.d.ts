import type english from "@/content/en/messages.json";

// English is the measure: a key that it does not have is a type error.
declare module "use-intl/core" {
  interface AppConfig {
    Messages: typeof english;
  }
}
