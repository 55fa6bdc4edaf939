/** First consonants of a Vietnamese syllable; "qu" and "gi" are read before their vowels. */
const ONSET = /^(?:ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnprstvx])/;

/** Vowels with the consonants that may close them, tones taken off. */
const RIMES: ReadonlySet<string> = new Set(
  (
    "a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây " +
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu " +
    "y yêm yên yêng yêt yêu o oc oi om on ong op ot oa oai oac oach oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt " +
    "oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut " +
    "uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt uynh uyt uyu " +
    "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu"
  ).split(" ")
);
/** What may follow "qu": the same vowels without their u. */
const AFTER_QU = /^[aăâeêiyơ]/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Syllables closed by a stop have the tones sắc and nặng only. */
const STOPPED = /(?:ch|[cpt])$/;
const STOP_TONES = /[\u0301\u0323]/;
const CASED = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;

/**
 * True if the word (NFC) is spelt as a Vietnamese syllable: onset, rime and tone that go together, in small letters, with a capital
 * first, or in capitals throughout. It need not be a word that exists.
 */
export function isSyllable(word: string): boolean {
  if (word.length > 8 || !CASED.test(word)) return false;
  const decomposed = word.toLowerCase().normalize("NFD");
  const tones = decomposed.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const plain = decomposed.replace(TONES, "").normalize("NFC");
  if (STOPPED.test(plain) && !STOP_TONES.test(tones[0] ?? "")) return false;
  return isSpelt(plain);
}

function isSpelt(plain: string): boolean {
  if (RIMES.has(plain)) return true;
  const onset = ONSET.exec(plain)?.[0] ?? "";
  const rime = plain.slice(onset.length);
  if (onset === "qu") return AFTER_QU.test(rime) && RIMES.has(rime);
  if (onset === "gi") return rime === "" || RIMES.has(rime) || RIMES.has(`i${rime}`);
  return RIMES.has(rime);
}
