import { useText } from "~/i18n/use-text";

/** Stands on every screen that shows or takes simulated answers. */
export function SimulatedBanner() {
  const { product } = useText();
  return (
    <p className="simulated">
      <strong>{product.simulated}</strong>
      <span> – {product.simulatedNote}</span>
    </p>
  );
}
