import process from "node:process";
import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";

const remoteImports = {
  group: ["npm:*", "https:*", "http:*"],
  message: "Import installed packages only: the build must work without a network."
};

export default tseslint.config(
  {ignores: ["dist/**", "data/build/**", "src/.observablehq/**", "node_modules/**"]},
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {projectService: {allowDefaultProject: ["test/*.js"]}, tsconfigRootDir: process.cwd()}
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", {fixStyle: "inline-type-imports"}],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", {allowNumber: true, allowBoolean: true}],
      "@typescript-eslint/no-confusing-void-expression": ["error", {ignoreArrowShorthand: true}],
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-non-null-assertion": "error",
      "no-restricted-imports": ["error", {patterns: [remoteImports]}]
    }
  },
  {files: ["loaders/**/*.ts", "pipelines/**/*.ts"], rules: {"no-console": "error"}},
  {
    files: [
      "loaders/read/**/*.ts",
      "loaders/validate/**/*.ts",
      "loaders/checkFile/**/*.ts",
      "loaders/markedCopy/**/*.ts",
      "loaders/write/**/*.ts",
      "loaders/template/**/*.ts",
      "loaders/vocabulary.ts",
      "loaders/reference/register.ts"
    ],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            remoteImports,
            {group: ["node:*", "@duckdb/*", "kysely"], message: "This code runs in the browser too."}
          ]
        }
      ]
    }
  },
  {files: ["**/*.js"], ...tseslint.configs.disableTypeChecked},
  prettier
);
