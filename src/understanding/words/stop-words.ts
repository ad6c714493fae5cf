/**
 * The commonest words of each language. They decide the language of most messages at once and are never
 * keywords. Frisian is here because it runs through Dutch messages, which makes them `mixed`.
 */
export const stopWords = {
  nl: `de het een en ik je jij u ze zij hij we wij jullie hun hen hem haar mijn m'n mn jouw uw onze ons die dat dit deze
    der van voor met bij naar uit aan op in om te tot door over onder tegen tussen zonder binnen sinds tijdens als dan
    maar want dus omdat of toen terwijl hoewel ook nog niet geen wel al er hier daar waar wie wat welke hoe waarom
    wanneer is was ben bent zijn waren wordt worden werd werden heb hebt heeft hebben had hadden gehad geweest kan kun
    kunt kunnen kon konden zal zou zouden zullen moet moeten moest mag mogen wil wilt willen wilde ga gaat gaan ging
    doe doet doen deed komt komen kwam kom laat laten zo'n zo zelf zelfs weer steeds altijd nooit iemand niemand iets
    niets alles alle veel weinig meer meest heel erg zeer nu net pas even gewoon toch eens echt eigenlijk misschien
    hallo goedemiddag goedendag beste graag aub alvast bedankt dank jullie gaat krijg krijgt krijgen kreeg staat zit
    mij me jou z'n zich elkaar elke ieder iedere ander andere zoals ervan erop ermee erin eraan daarom vandaag
    morgen gisteren na toe mee ik'm 't 'm ie ne nen ge gij den ze't hoor`,
  en: `the a an and i you he she it we they me him her us them my your his its our their this that these those of to in
    for on with at by from up about into over after under between out off through during before without as than but
    because or if when while though so also not no yes do does did doing done don't doesn't didn't is are was were be
    been being am i'm it's that's you're we're they're isn't aren't wasn't weren't have has had having haven't hasn't i've
    you've we've can can't cannot could couldn't will won't would wouldn't shall should shouldn't may might must
    there here where who what which how why when all any some every each few more most much many very just only
    still again ever never always now then once too get got go going gone went come came make made take took want
    need please thanks thank hello hi hey dear know like really today yesterday tomorrow someone anyone nobody
    i'd i'll you'll let us one two been their since until off own same other such both yet im dont cant ive`,
  de: `der die das den dem des ein eine einen einem einer und ich du er sie es wir ihr mich dich ihn uns euch mein meine
    meinen dein sein seine ihre ihren unser unsere dieser diese dieses von zu zum zur mit bei nach aus auf in an am im
    für über unter vor durch gegen ohne um bis seit wegen als wie aber denn weil oder ob wenn nicht kein keine keinen
    auch noch schon nur sehr mehr viel immer nie hier da wo wer was welche warum wann ist war bin bist sind waren
    wird werden wurde habe hast hat haben hatte kann können konnte soll sollte muss müssen darf will wollen würde mal
    doch ja nein bitte danke hallo guten tag ganz dass daß jetzt heute gestern morgen man sich so dann gibt geht
    alle allen aller alles`,
  fr: `le la les un une des du de et je tu il elle nous vous ils elles me te se lui leur mon ma mes ton ta ses son votre
    vos notre nos ce cet cette ces que qui quoi dont où quand comment pourquoi est es suis sommes êtes sont était été
    être ai as a avons avez ont avait avoir fait faire peut pouvez peux dois doit veux à au aux en dans sur sous avec
    sans pour par chez entre depuis pendant vers plus moins très trop bien mal pas ne rien jamais toujours encore aussi
    mais ou donc car si comme tout tous toute toutes bonjour merci bonsoir oui non c'est j'ai n'est d'un d'une l'on
    qu'il s'il aujourd'hui hier demain ça cela y on voilà alors même`,
  es: `el la los las un una unos unas de del y e o u yo tú él ella nosotros ustedes ellos me te se le les lo mi mis tu tus su
    sus nuestro nuestra este esta esto estos estas ese esa eso que qué quien quién cuando cuándo donde dónde como cómo
    por porque para con sin sobre entre desde hasta hacia en a al es soy eres son era fue ser estar estoy está están he
    ha han había hay tengo tiene tienen hacer hace puedo puede pueden quiero muy más menos mucho poco todo todos toda
    nada nunca siempre también no sí pero si ya aún hoy ayer mañana hola gracias buenos buenas días favor aquí allí`,
  fy: `yn 'e it en ik jo jim jimme wy sy hy myn dyn syn ús dy dat de fan foar mei by nei út oan op om te net gjin ek noch
    wol al hjir dêr wêr wa wat hoe wannear is wie bin binne ha hat hawwe hie kin koe moat moatte sil soe wol wolle giet
    no hjoed moarn juster tige alle altyd nea troch oer tsjin sûnder sit sjoen dien strjitte hiele hinne klear kear trije
    skoft wer bern oars`,
} as const;
