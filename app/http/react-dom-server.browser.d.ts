/** React's types describe this entry only under the name of the whole server package. */
declare module "react-dom/server.browser" {
  export { renderToReadableStream } from "react-dom/server";
}
