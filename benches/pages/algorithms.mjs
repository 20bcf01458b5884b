/**
 * The page of part asymmetric.
 */
import vectors from "../../tests/vectors/algorithms.json";
import { algorithms } from "../algorithms.mjs";

globalThis.outcome = algorithms({ vectors, say: console.log });
