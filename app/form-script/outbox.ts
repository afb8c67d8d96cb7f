/** A form that this device keeps until the server has taken it. */
export interface KeptForm {
  /** Order of sending: oldest first. */
  sequence?: number;
  /** Address it goes to, as a path with its query. */
  address: string;
  /** The form as it would have been sent, `application/x-www-form-urlencoded`. */
  body: string;
  /** Status with which the server refused it; absent while it waits. A refused form stays until a person decides. */
  refused?: number;
  /** The server has taken it: its answers are gone from here, and the next page says so once. */
  taken?: true;
}

const STORE = "outbox";

/** Keeps a form; it is on the device's disk when the promise resolves, with its place in the order of sending. */
export async function keepForm(form: KeptForm): Promise<number> {
  return Number(await inStore("readwrite", (store) => store.put(form)));
}

/** All forms that are kept, oldest first. */
export function keptForms(): Promise<KeptForm[]> {
  return inStore("readonly", (store) => store.getAll() as IDBRequest<KeptForm[]>);
}

export async function forgetForm(sequence: number): Promise<void> {
  await inStore("readwrite", (store) => store.delete(sequence));
}

function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return openStore().then(
    (database) =>
      new Promise<T>((resolve, reject) => {
        // `strict`: a kept form is written to the disk before anybody is told that it is kept.
        const transaction = database.transaction(STORE, mode, { durability: "strict" });
        const request = act(transaction.objectStore(STORE));
        transaction.oncomplete = () => {
          database.close();
          resolve(request.result);
        };
        transaction.onabort = () => {
          database.close();
          reject(transaction.error);
        };
      }),
  );
}

function openStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("hailong", 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: "sequence", autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
