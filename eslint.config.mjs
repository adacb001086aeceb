import next from "@next/eslint-plugin-next";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import typescript from "typescript-eslint";

export default defineConfig(
  {
    ignores: [
      ".next",
      ".data",
      "prisma/generated",
      "next-env.d.ts",
      "test-results",
      "playwright-report",
      "bench-results",
    ],
  },
  // A rule that does not fit is changed here, for everybody and with a reason, never silenced in a
  // file.
  { linterOptions: { noInlineConfig: true } },
  { files: ["**/*.mjs"], extends: [typescript.configs.recommended] },
  // Prettier breaks code; what it leaves alone is long comments, and strings that cannot break.
  {
    files: ["**/*.{ts,tsx,mjs}"],
    rules: {
      "max-len": [
        "error",
        {
          code: 100,
          ignoreUrls: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
        },
      ],
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      // `return refuse(response)` is a guard in one line, also where refusing gives nothing.
      "@typescript-eslint/no-confusing-void-expression": "off",
      // What a form posts may be something else than its type says.
      "@typescript-eslint/no-unnecessary-type-conversion": "off",
      // There are no enums and hardly a class here: what they would look for took a quarter of the
      // time.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Spreading a text into its characters is how lengths are counted here.
      "@typescript-eslint/no-misused-spread": [
        "error",
        { allow: [{ from: "lib", name: "string" }] },
      ],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat["recommended-latest"], next.configs["core-web-vitals"]],
    // Public pages link with plain <a>: next/link is a script. The only images are drawn into
    // social cards.
    // A frame for another site is a document of its own, with a head that Next does not write.
    rules: {
      "@next/next/no-head-element": "off",
      "@next/next/no-html-link-for-pages": "off",
      "@next/next/no-img-element": "off",
    },
  },
  // Declarations join others' interfaces, which only an interface can.
  { files: ["**/*.d.ts"], rules: { "@typescript-eslint/consistent-type-definitions": "off" } },
  // A test that meets an absent value fails as it should, and vitest's matchers are any.
  {
    files: ["tests/**/*.ts", "**/*.test.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
  // Next wants server actions to be async, also those that have nothing to wait for.
  { files: ["app/**/actions.ts"], rules: { "@typescript-eslint/require-await": "off" } },
);
