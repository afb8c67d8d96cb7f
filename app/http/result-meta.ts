import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { CARD_HEIGHT, CARD_WIDTH } from "~/reports/share-card";

/** What a public page of results says about itself to search engines and to whoever shares it. */
export interface ResultPageFacts {
  language: Language;
  publicUrl: string;
  title: string;
  description: string;
  /** Path of the page by which it is known, in a language. */
  pathIn: (language: Language) => string;
  /** Simulated, withdrawn or searched: not for search engines. */
  unlisted: boolean;
  /** Path of its image without the language; pages without figures have none. */
  image?: string;
}

export function resultMeta({ language, publicUrl, title, description, pathIn, unlisted, image }: ResultPageFacts) {
  const { product } = textFor(language);
  const address = publicUrl + pathIn(language);
  return [
    { title: `${title} – ${product.name}` },
    { name: "description", content: description },
    { property: "og:type", content: "article" },
    { property: "og:site_name", content: product.name },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: address },
    { property: "og:locale", content: language === "en" ? "en_GB" : "vi_VN" },
    ...(image === undefined
      ? []
      : imageMeta(`${publicUrl}${image}${language === "en" ? "?lang=en" : ""}`, description)),
    { tagName: "link", rel: "canonical", href: address },
    { tagName: "link", rel: "alternate", hrefLang: "vi", href: publicUrl + pathIn("vi") },
    { tagName: "link", rel: "alternate", hrefLang: "en", href: publicUrl + pathIn("en") },
    ...(unlisted ? [{ name: "robots", content: "noindex" }] : []),
  ];
}

function imageMeta(address: string, description: string) {
  return [
    { property: "og:image", content: address },
    { property: "og:image:type", content: "image/png" },
    { property: "og:image:width", content: String(CARD_WIDTH) },
    { property: "og:image:height", content: String(CARD_HEIGHT) },
    { property: "og:image:alt", content: description },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}
