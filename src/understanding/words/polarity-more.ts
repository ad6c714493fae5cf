/** A first handful for the other languages, so that plain praise and plain blame are seen. */
export const polarityDe = {
  strongNegative: `schrecklich furchtbar katastrophe unverschämt unverschämtheit frechheit betrug betrüger abzocke mies
    miese miserabel lächerlich wütend hasse peinlich skandal unmöglich schlimmste grauenhaft`,
  negative: `schlecht schlechte schlechter schlechten verspätung verspätet warten warte leider problem probleme fehler kaputt defekt
    enttäuscht enttäuschend enttäuschung teuer langsam langweilig falsch verloren niemand beschwerde ärgerlich
    ärger beschädigt unfreundlich störung schade`,
  positive: `gut gute guter gutes besser nett nette freundlich freundliche schnell hilfsbereit danke dankeschön zufrieden
    froh schön schöne angenehm sauber lecker einfach zuverlässig gelungen spannend interessant lustig`,
  strongPositive: `super toll tolle großartig wunderbar perfekt hervorragend ausgezeichnet fantastisch klasse liebe beste
    besten spitze genial begeistert empfehlenswert`,
} as const;

export const polarityFr = {
  strongNegative: `horrible affreux affreuse honteux honte nul nulle inadmissible inacceptable scandaleux arnaque arnaqueurs
    voleurs catastrophe catastrophique lamentable déteste pire merde dégueulasse furieux`,
  negative: `mauvais mauvaise retard retards attente attendre déçu déçue décevant malheureusement problème problèmes erreur panne
    cassé cher chère lent lente perdu perdue personne plainte annulé annulée impossible désagréable dommage`,
  positive: `bon bonne bien gentil gentille aimable rapide efficace merci content contente satisfait satisfaite agréable
    propre facile utile beau belle sympa drôle intéressant`,
  strongPositive: `excellent excellente super parfait parfaite génial géniale magnifique formidable adore bravo meilleur
    meilleure fantastique merveilleux`,
} as const;

export const polarityEs = {
  strongNegative: `horrible terrible pésimo pésima vergüenza vergonzoso inaceptable estafa estafadores ladrones desastre asco
    asqueroso odio peor mierda fatal lamentable`,
  negative: `malo mala mal retraso retrasado esperar esperando decepcionado decepcionada desgraciadamente problema problemas error
    averiado roto caro cara lento lenta perdido perdida nadie queja cancelado sucio incómodo`,
  positive: `bueno buena bien mejor amable rápido rápida eficaz gracias contento contenta satisfecho agradable limpio fácil
    útil bonito bonita simpático divertido interesante`,
  strongPositive: `excelente genial perfecto perfecta maravilloso maravillosa increíble fantástico encanta amo bravo
    estupendo estupenda`,
} as const;
