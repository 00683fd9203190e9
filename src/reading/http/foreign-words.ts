/** How people say `error` beside a status; endings that grammar asks for are left open. English has its own patterns. */
const errors: readonly string[] = [
  ...['erreurs?', 'errore', 'erros?', 'eroarea?', 'c[oó]digo', 'codice', 'fehler(?:code)?'],
  ...['fout(?:code|melding)?', 'fel(?:kod|et)?', 'fejl(?:kode)?', 'feil(?:kode)?', 'virhe(?:en|että)?'],
  ...['hiba(?:kód)?', 'bł[ąę]d\\S{0,4}', 'chyb\\S{0,3}', 'napak\\S{0,2}', 'gre[šs]k\\S{0,2}', 'hata(?:sı)?'],
  ...['lỗi', 'kesalahan', 'galat', 'ralat', 'klaid\\S{0,2}', 'kļūd\\S{0,2}', 'viga', 'tõrge', 'ошибк\\S{0,2}'],
  ...['помилк\\S{0,2}', 'грешк\\S{0,2}', 'σφάλμα', 'kod', 'خطأ', 'خطا', 'שגיא[הת]', 'त्रुटि', 'ข้อผิดพลาด'],
];

/** Verbs of getting an answer, nouns for it, and words of time, right before the status. */
const answers: readonly string[] = [
  ...['bekomm(?:e|en|t)?', 'erhalten?', 'erhält', 'liefert', 'kommt', 'gibt', 'krijg(?:en|t)?', 'devuelve'],
  ...['recibo', 'obtengo', 'retorna', 'responde', 'recebo', 'renvoie', 'retourne', 'reçois', 'obtiens'],
  ...['restituisce', 'ricevo', 'ottengo', 'primesc', 'får', 'fick', 'fik', 'fikk', 'returnera?r', 'returnerer'],
  ...['svara?r', 'saan', 'palauttaa', 'dostaj\\S{1,4}', 'otrzymuj\\S{1,4}', 'zwraca', 'zwrócił\\S?'],
  ...['dostávám', 'vrací', 'kapok', 'получа\\S{1,4}', 'возвраща\\S{1,4}', 'отвечает', 'выда[её]т'],
  ...['da', 'dan', 'dá', 'dà', 'sale', 'lanza', 'arroja', 'aparece', 'muestra', 'affiche', 'donne', 'zeigt', 'wirft'],
  ...['meldet', 'toont', 'geeft', 'daje', 'mostra', 'da[её]т', 'прилетает', 'приходит'],
  ...['верну\\S{1,3}', 'отриму\\S{1,4}', 'поверта\\S{1,3}'],
  ...['heute', 'jetzt', 'manchmal', 'immer', "aujourd'hui", 'maintenant', 'parfois', 'hoy'],
  ...['antwort', 'ergebnis', 'r[ée]ponse', 'r[ée]sultat', 'statut', 'respuesta', 'resultado', 'estado', 'resposta'],
  ...['risposta', 'risultato', 'stato', 'antwoord', 'resultaat', 'svar(?:et)?', 'vastaus', 'odpowied[źz]', 'odpověď'],
  ...['válasz', 'răspuns(?:ul)?', 'ответ', 'відповідь', 'yanıt', 'απάντηση', 'תשובה'],
  ...['ahora', 'oggi', 'ora', 'hoje', 'agora', 'vandaag', 'teraz', 'يرجع', 'מקבל(?:ת|ים)?', 'מחזיר(?:ה|ים)?'],
];

/** Verbs that stand behind the status, where a language has them at the end. */
const behind: readonly string[] = [
  ...['dön\\S{1,8}', 'veriyor\\S{0,3}', 'geliyor', 'alıyor\\S{1,3}', 'zurück\\S{0,10}', 'bekommen', 'erhalten'],
  ...['मिल\\S{1,3}', 'आ रह\\S{1,2}'],
];

/** Articles before a status that is a thing: `un 403 quand …`. */
const articles: readonly string[] = ['un[ea]?', 'einen?', 'een', 'uma?', 'um', 'ett', 'et'];

/** What stands between a status and the rest of the sentence: `403 op …`, `403 ao chamar …`. */
const goingOn: readonly string[] = [
  ...['zurück', 'zurueck', 'als', 'wenn', 'bei', 'beim', 'mit', 'aber', 'auf', 'für', 'seit', 'op', 'bij'],
  ...['naar', 'terug', 'retour', 'quand', 'mais', 'avec', 'lors', 'sur', 'depuis', 'cuando', 'pero', 'al'],
  ...['en', 'desde', 'quando', 'com', 'ao', 'na', 'no', 'mas', 'su', 'sul', 'sulla', 'ma', 'când', 'la', 'när'],
  ...['på', 'från', 'vid', 'når', 'fra', 'ved', 'kun', 'przy', 'gdy', 'kiedy', 'ale', 'od', 'při', 'když'],
  ...['nicht', 'non', 'não', 'niet', 'interdit', 'verboten', 'verweigert', 'prohibido', 'denegado', 'proibido'],
  ...['vietato', 'negato', 'verboden', 'refusé'],
  ...['ha', 'amikor', 'khi', 'ketika', 'saat', 'pour', 'dans', 'para', 'por', 'con', 'alıyor\\S{1,3}'],
];

/** Patterns of a word of each sort, of languages that set words apart by blanks. */
export const errorWord = errors.join('|');
export const answerWord = answers.join('|');
export const goingOnWord = goingOn.join('|');
export const behindWord = behind.join('|');
export const articleWord = articles.join('|');
