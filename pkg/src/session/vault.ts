/**
 * Vault: where the session record is kept, the same for every kind of storage.
 */
import { type SessionRecord, isSame, readRecord } from "./session-record.js";

/** A storage of one's own. A record is plain data that can be stored as JSON or cloned. */
export interface SessionStorage {
  get(key: string): unknown;
  set(key: string, record: SessionRecord): unknown;
  delete(key: string): unknown;
}

/** The storages that there are. */
export type StorageKind = "memory" | "indexedDB" | "sessionStorage" | "localStorage";

export interface Vault {
  /** Whether every tab reads the same. */
  readonly isShared: boolean;
  get(): Promise<SessionRecord | undefined>;
  /**
   * Keeps `record`, or nothing. With `instead`, only if the vault holds just that: the commit guard.
   * Says whether it did.
   */
  put(record: SessionRecord | undefined, instead?: SessionRecord): Promise<boolean>;
}

/** `fails` is told why a storage is given up; from then on memory takes its place. */
export function openVault(
  storage: StorageKind | SessionStorage | undefined,
  key: string,
  fails: (error: unknown) => void,
): Vault {
  let vault = choose(storage, key);
  let last: SessionRecord | undefined;
  let failed = false;
  const attempt = async <T>(work: (vault: Vault) => Promise<T>): Promise<T> => {
    try {
      return await work(vault);
    } catch (error) {
      if (failed) throw error;
      failed = true;
      vault = wrap(new Map(last && [[key, last]]), key, false);
      fails(error);
      return work(vault);
    }
  };
  return {
    isShared: vault.isShared,
    get: async () => (last = await attempt((vault) => vault.get())),
    put: async (record, instead) => {
      const isPut = await attempt((vault) => vault.put(record, instead));
      if (isPut) last = record;
      return isPut;
    },
  };
}

function choose(storage: StorageKind | SessionStorage | undefined, key: string): Vault {
  if (typeof storage === "object") return wrap(storage, key, true);
  if (storage === "indexedDB") return inDatabase(key);
  if (storage === "sessionStorage" || storage === "localStorage") {
    return wrap(inArea(storage), key, storage === "localStorage");
  }
  return wrap(new Map(), key, false);
}

function wrap(storage: SessionStorage, key: string, isShared: boolean): Vault {
  const get = async () => readRecord(await storage.get(key));
  return {
    isShared,
    get,
    put: async (record, instead) => {
      if (instead && !isSame(await get(), instead)) return false;
      await (record ? storage.set(key, record) : storage.delete(key));
      return true;
    },
  };
}

/** Where a page may not store anything, reading the property throws already. */
function inArea(kind: "sessionStorage" | "localStorage"): SessionStorage {
  return {
    get: (key) => JSON.parse(globalThis[kind].getItem(key)!),
    set: (key, record) => globalThis[kind].setItem(key, JSON.stringify(record)),
    delete: (key) => globalThis[kind].removeItem(key),
  };
}

const STORE = "sessions";

/** Reading and writing in one transaction: no other tab gets in between. */
function inDatabase(key: string): Vault {
  /** Opened for each transaction: nothing that is open has to heed upgrades, or come back from them. */
  const transact = <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore, stored: SessionRecord | undefined) => T,
  ) =>
    new Promise<T>((resolve, reject) => {
      const opening = indexedDB.open("wasm-jwt", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction(STORE, mode);
        const store = transaction.objectStore(STORE);
        const reading = store.get(key);
        let result: T;
        reading.onsuccess = () => (result = work(store, readRecord(reading.result)));
        transaction.oncomplete = () => resolve(result);
        transaction.onabort = () => reject(transaction.error);
        // Once the transaction is over.
        database.close();
      };
    });
  return {
    isShared: true,
    get: () => transact("readonly", (_, stored) => stored),
    put: (record, instead) =>
      transact("readwrite", (store, stored) => {
        if (instead && !isSame(stored, instead)) return false;
        record ? store.put(record, key) : store.delete(key);
        return true;
      }),
  };
}
