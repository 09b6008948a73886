import { type InterestTag } from '@travellite/protocol';

/** Words for each interest. */
export const interestWords: Record<InterestTag, string> = {
  museums:
    'museum|museums|museen|musée|musées|museos|museo|musei|museu|museus|musea|exhibition|exhibitions|美術館|博物館',
  art: 'art|arts|gallery|galleries|art galleries|art gallery|paintings|painting|street art|sculpture|kunst|arte|impressionists|art scene|arts visuels|galeries|galerien|galerie d’art|galerie|gallerie|galerías|galerias|contemporary art|modern art',
  history:
    'history|historic|historical|historic sites|historical sites|history buff|history buffs|ruins|ancient ruins|ancient|castles|castle|palaces|palace|battlefields|medieval|monuments|landmarks|historic landmarks|geschichte|histoire|historia|storia|geschiedenis|história|burgen|schlösser|châteaux|castillos|castelli|castelos|kastelen|altstadt|vieille ville|casco antiguo|centro storico|archaeology|archeology|old town|heritage|世界遺産',
  architecture:
    'architecture|architectural|buildings|gaudi|gaudí|skyscrapers|architektur|arquitectura|architettura|architectuur|arquitetura|art deco',
  religion:
    'religion|religious|temples|temple|shrines|shrine|churches|church|cathedrals|cathedral|monasteries|mosques|mosque|spiritual|tempel|tempels|templos|iglesias|templi|temples bouddhistes|kirchen|églises|chiese|igrejas|kerken|klöster|pilgrimage|synagogue',
  food: 'food|foods|whisky|whiskey|foodie|foodies|cuisine|culinary|eating|restaurants|gastronomy|street food|food tour|food tours|fine dining|michelin|cooking class|cooking classes|wine|wine tasting|wineries|winery|vineyards|breweries|craft beer|beer|cafes|coffee|seafood|tapas|sushi|ramen|essen|cucina|cocina|comida|gastronomie|gastronomia|cheap eats|lekker eten|goed eten|gutes essen|bien manger|bonne cuisine|bonne bouffe|comer bien|buena comida|mangiare bene|buon cibo|cibo|comer bem|boa comida|eten|kulinarisch|kulinarik|streetfood|vino|vinos|wein|vin|vins|vinho|vinhos|wijn|bier|eat well|good eats|eat|dining|bakeries|desserts|chocolate|cheese|local dishes|dishes',
  nightlife:
    'nightlife|night life|clubs|clubbing|bars|pubs|bar hopping|pub|party scene|partying|nachtleben|vie nocturne|vida nocturna|vita notturna|vida noturna|nachtleben|discos|bares|kroegen|kneipen|nachtclubs|fiesta|uitgaan|ausgehen|sortir le soir|salir de noche|nightclubs|nightclub|cocktails|cocktail bars',
  music:
    'music|live music|concert|concerts|jazz|blues|country music|music scene|musik|música|musique|musica|muziek|konzert|konzerte|concerts live|concierto|conciertos|concerti|concertos|concerten|festival|festivals|gig|gigs|classical music',
  theatre:
    'theatre|theater|a play|see a play|théâtre|teatro|toneel|oper|opéra|ópera|theatres|theaters|broadway|broadway show|opera|ballet|musical|musicals|west end show|shows|plays|west end|kabuki|flamenco show|flamenco',
  shopping:
    'shopping|shops|boutiques|malls|mall|outlets|outlet shopping|shop|einkaufen|compras|acquisti|shoppen|winkelen|einkaufsbummel|magasiner|faire du shopping|ir de compras|fare shopping|fazer compras|souvenirs|fashion|vintage shops|thrift',
  markets:
    'market|markets|flea market|flea markets|bazaar|bazaars|night market|night markets|farmers market|farmers markets|mercados|mercadillos|mercadillo|mercatini|mercatini di natale|mercati|marchés|marché|markten|weihnachtsmarkt|weihnachtsmärkte|flohmarkt|flohmärkte|brocante|kerstmarkt|kerstmarkten|marché de noël|marchés de noël|mercado de navidad|rommelmarkt|feiras|christmas markets|christmas market|märkte|souks|souk|food markets|food market|local markets|local market',
  nature:
    'nature|outdoors|outdoor|outdoor activities|wildlife|scenery|landscapes|landscape|waterfalls|waterfall|national parks|national park|mountains|mountain|lakes|forests|forest|natur|naturaleza|natura|natureza|natuur|berge|montagne|montagnes|montañas|montagna|montanhas|lacs|laghi|lagos|meren|wasserfälle|cascades|cascadas|cascate|cachoeiras|nationalpark|parc national|parque nacional|parco nazionale|outdoorsy|safari|volcano|volcanoes|birdwatching|bird watching|northern lights|aurora borealis|hot springs|caves|desert|glaciers|stargazing|whale watching|canyons|countryside|natural beauty|rainforest|jungle',
  parks: 'parks|park|city parks',
  gardens:
    'garden|gardens|botanical garden|botanical gardens|botanic gardens|cherry blossoms|jardines|jardins|gärten|giardini|tuinen|tulips',
  beaches:
    'beach|beaches|seaside|swimming|snorkeling|snorkelling|sunbathing|strand|strände|stranden|baden|schwimmen|schnorcheln|tauchen|nuotare|nadar|zwemmen|snorkelen|plage|plages|playa|playas|spiaggia|spiagge|praia|praias|surfing|surf|diving|scuba diving|scuba|coast|tanning|island hopping',
  hiking:
    'hiking|hike|hikes|trekking|trek|trails|walking trails|wandern|randonnée|senderismo|camminate|wandelen|wandelingen|wanderung|wanderungen|wanderungen|randonnées|rando|caminatas|escursioni|escursionismo|trilhas|caminhadas|trektocht|climbing|rock climbing|backpacking|mountaineering',
  views:
    'views|view|viewpoints|viewpoint|scenic views|panoramas|panorama|sunset|sunsets|scenic|skyline|rooftop|rooftops|observation deck|lookout|lookouts|sunrise|aussicht|aussichten|belle vue|belles vues|vistas|miradores|panorami|uitzicht|uitzichten|miradouros',
  family:
    'family friendly|kid friendly|kids activities|family trip|family vacation|family holiday|child friendly|family activities|playgrounds|fun for kids|things for kids|activities for kids|good for kids',
  zoo: 'zoo|zoos|aquarium|aquariums|animals|animal sanctuary',
  theme_parks:
    'theme park|theme parks|amusement park|amusement parks|disney|disneyland|universal studios|legoland|roller coasters|water park|water parks|rides|freizeitpark|freizeitparks|parc d’attractions|parcs d’attractions|parque de atracciones|parco divertimenti|parque de diversões|pretpark|pretparken',
  sports:
    'sports|sport|football|soccer|baseball|basketball|golf|golfing|tennis|skiing|ski|snowboarding|cycling|biking|bike tour|bike tours|football match|soccer match|game|hockey|kayaking|rafting|paragliding|adventure sports|adventure|adventures|adventurous|zip lining|ziplining|bungee jumping|sumo|running|formula 1|horseback riding|fishing|radfahren|fahrrad|vélo|bicicleta|bici|ciclismo|fietsen|skifahren|esquí|sci|ski fahren|skiën|fußball|calcio|fútbol|futebol|voetbal|deporte|esportes|desporto|sport d’hiver',
  science: 'science|technology|tech|science museum|planetarium|space center|space centre',
  literature: 'literature|bookshops|bookstores|books|literary|library|libraries|book shops|poetry',
  film: 'film|films|movies|movie|film locations|cinema|movie locations|harry potter|game of thrones|anime|studio ghibli',
  wellness:
    'wellness|spa|spas|yoga|massage|massages|onsen|onsens|thermal baths|hammam|thermen|thermes|terme|termas|massagen|balneario|bem estar|bienestar|benessere|meditation|sauna|saunas|retreat|pampering|unwind',
  photography:
    'photography|photos|photo spots|instagrammable|photographer|photo|instagram spots|pictures|photogenic',
  local_life:
    'local life|off the beaten path|off the beaten track|hidden gems|local culture|like a local|authentic|authentic experiences|locals|neighborhoods|neighbourhoods|culture|cultural|cultural experiences|kultur|cultura|non touristy|hidden gem|less touristy|local experiences|kulturell|cultuur|einheimische|vie locale|vida local|vita locale|geheimtipps|hors des sentiers battus',
  tradition:
    'tradition|traditions|traditional|tea ceremony|folklore|crafts|handicrafts|geisha|kimono|customs|tradicional|traditionell|traditionnel|tradizionale|festivals and traditions|pottery',
  luxury:
    'luxury|luxurious|upscale|high end|five star experience|lavish|vip|luxus|luxe|lujo|lusso|luxo|splurge|fancy hotel|fancy hotels|fancy restaurant|fancy restaurants|fancy dinner|fancy dinners|fancy place|fancy places|something fancy|first rate|pampered',
  boat: 'boat|boats|boat tour|boat trip|boat trips|boat ride|cruise|river cruise|sailing|canal cruise|gondola|boat tours|yacht|ferry ride|harbor cruise|harbour cruise|sail|gondola ride|catamaran|bootsfahrt|bootstour|croisière|crucero|crociera|cruzeiro|rondvaart|boottocht|paseo en barco|balade en bateau|giro in barca|passeio de barco',
};

/** How an interest reads in a list of wishes. */
export const interestLabels: Partial<Record<string, string>> = {
  theme_parks: 'theme parks',
  local_life: 'local life and culture',
  food: 'good food',
  tradition: 'traditions',
  views: 'great views',
  family: 'family-friendly activities',
  boat: 'boat trips',
  sports: 'sports and adventure',
  film: 'film and movies',
};
