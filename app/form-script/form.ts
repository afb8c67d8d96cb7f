import { hello } from "./drafts";

document.title = hello("x");
