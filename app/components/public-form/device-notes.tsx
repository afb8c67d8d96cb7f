import { useText } from "~/i18n/use-text";

/** What the script says of forms that this device keeps until they are sent; without script there are none. */
export function DeviceNotes() {
  const { device } = useText();
  return (
    <section className="device" data-outbox hidden aria-live="polite">
      <div data-waiting hidden>
        <p data-count={device.waiting} />
        <button className="button button-quiet" type="button" data-send-now>
          {device.sendNow}
        </button>
      </div>
      <p data-delivered hidden>
        {device.delivered}
      </p>
      <div data-refused hidden>
        <p data-count={device.refused} />
        <button className="button button-quiet" type="button" data-review>
          {device.review}
        </button>
        <button className="button button-quiet" type="button" data-remove data-confirm={device.confirmRemove}>
          {device.remove}
        </button>
      </div>
    </section>
  );
}
