import {pictureFaces} from "../publish/fonts/pictureFaces.ts";
import {print} from "./print.ts";

/** The faces pictures are set in: asked for with the first picture, their letters become outlines. */
const faces = pictureFaces().map(({bytes, ...face}) => ({...face, base64: Buffer.from(bytes).toString("base64")}));
print(JSON.stringify(faces));
