import process from "node:process";
import {pictureFaces} from "../publish/fonts/pictureFaces.ts";

/** The faces pictures are set in: asked for with the first picture, their letters become outlines. */
const faces = pictureFaces().map(({bytes, ...face}) => ({...face, base64: Buffer.from(bytes).toString("base64")}));
process.stdout.write(JSON.stringify(faces));
