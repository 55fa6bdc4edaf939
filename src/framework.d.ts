/** The part of Framework's standard library our modules import by name. */
declare module "observablehq:stdlib" {
  export function FileAttachment(name: string): {json(): Promise<unknown>; href: string};
}
