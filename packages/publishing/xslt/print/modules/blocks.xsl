<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks. Every template writes statements of a Typst code block, one a line. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:chancery:print" exclude-result-prefixes="#all"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="block" on-no-match="shallow-skip"/>

  <!-- Elements that always stand as blocks. A block inside a Typst paragraph would be dropped, so that running text
       is cut round them. -->
  <xsl:variable name="block-names" as="xs:string" select="'
      p ab list table lg l figure div head opener closer postscript trailer epigraph argument byline
      address titlePage titlePart divGen milestone listBibl row item floatingText body front back sp salute signed
      text group headItem line listApp listWit sourceDoc surface surfaceGrp witness zone '"/>

  <xsl:function name="p:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if (not($node instance of element())) then exists($node/self::processing-instruction('chancery-page'))
        else if (contains($block-names, ' ' || local-name($node) || ' ')) then true()
        else if (p:is-one-of($node, $metadata)) then exists($node[parent::div or parent::body or parent::back])
        else if ($node[parent::listBibl][self::bibl or self::biblStruct or self::biblFull]) then true()
        else if ($node/self::note or $node/self::app or $node/self::choice) then false()
        else p:has-blocks($node)"/>
  </xsl:function>

  <xsl:function name="p:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $child in $element/* satisfies p:is-block($child)"/>
  </xsl:function>

  <!-- The last text block of a document carries the document's end, so that running heads do not name a
       document on the page after it. -->
  <xsl:function name="p:last-block" as="element()?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="last" select="
        ($nodes/descendant-or-self::*[self::p or self::ab or self::closer or self::item or self::l or self::salute or self::signed]
          [not(ancestor::note or ancestor::figure or ancestor::table or ancestor::closer)][not(p:has-blocks(.)) or self::closer][node()])[last()]"/>
    <xsl:sequence select="$last"/>
  </xsl:function>

  <!-- The children of the context element as blocks: runs of text become paragraphs between the block elements. -->
  <xsl:template name="blocks">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="indent" as="xs:boolean" select="true()"/>
    <xsl:for-each-group select="$nodes" group-adjacent="p:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="block"/>
        </xsl:when>
        <xsl:when test="every $node in current-group() satisfies p:is-silent($node)"/>
        <xsl:otherwise>
          <xsl:call-template name="paragraph">
            <xsl:with-param name="nodes" select="current-group()"/>
            <xsl:with-param name="indent" select="$indent and position() = 1"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="p:is-silent" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if ($node instance of text()) then normalize-space($node) = ''
        else not($node instance of element()) or $node/self::lb or (p:is-one-of($node, $silent) and not($node/self::metamark[parent::note]))"/>
  </xsl:function>

  <xsl:template name="paragraph">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="indent" as="xs:boolean" select="true()"/>
    <xsl:param name="function" as="xs:string" select="'para'"/>
    <xsl:param name="ends" as="element()?" tunnel="yes"/>
    <!-- A document's last paragraph and its close stay together. One that calls notes is divided: taken over to the next page
         by the typesetter, it would leave its notes behind on the page before. So is a long one that is all of its document: kept with
         its close and its heading, it would leave a page nearly empty. -->
    <xsl:variable name="is-all" select="string-length(.) gt 600 and empty(preceding-sibling::*[self::p or self::ab or self::list or self::lg or self::table][1])"/>
    <xsl:variable name="sticky" select="$function = 'para' and exists((., parent::list[current() is *[last()]])/following-sibling::*[1][self::closer]) and not(p:calls-notes(.)) and not($is-all)"/>
    <xsl:variable name="language" select="ancestor-or-self::*[@xml:lang][1][not(self::TEI or self::text)] ! p:language(.)"/>
    <xsl:variable name="apart" select="p:lines-apart(.)"/>
    <xsl:sequence select="
        (if ($apart) then 'lines-apart(' else '') || $function || '('
        || (if ($function = 'para' and not($indent)) then 'indent: false, ' else '')
        || (if ($sticky) then 'sticky: true, ' else '')
        || (if ($function = ('own-line', 'right-line') and p:calls-long-note(.)) then 'sticky: false, ' else '')"/>
    <xsl:if test="exists($language)"><xsl:sequence select="'language(' || p:string($language) || ', '"/></xsl:if>
    <xsl:call-template name="line-beginning"/>
    <xsl:apply-templates select="$nodes" mode="inline"/>
    <xsl:if test="exists($language)">), </xsl:if>
    <xsl:if test="$ends is . and $nodes[last()] is node()[last()]">document-end(), </xsl:if>
    <xsl:sequence select="(if ($apart) then ')' else '') || ')&#xA;'"/>
  </xsl:template>

  <!-- Whether notes stand at the foot of the page for what is in it. -->
  <xsl:function name="p:calls-notes" as="xs:boolean">
    <xsl:param name="block" as="node()"/>
    <xsl:sequence select="exists($block/descendant::*[self::note or self::app][1])"/>
  </xsl:function>

  <!-- Whether a note is called in it that fills a page: what follows stands behind that, and cannot be kept with it. -->
  <xsl:function name="p:calls-long-note" as="xs:boolean">
    <xsl:param name="block" as="node()"/>
    <xsl:sequence select="some $note in $block/descendant::note satisfies string-length($note) gt 2000"/>
  </xsl:function>

  <!-- Where a line of the copy begins with a block; what follows the copy line for line says so. -->
  <xsl:template name="line-beginning"/>

  <!-- ## Paragraphs and divisions -->

  <xsl:template mode="block" match="p | ab">
    <xsl:variable name="before" select="preceding-sibling::*[not(self::pb or self::cb or self::lb or self::anchor)][1]"/>
    <xsl:variable name="indent" select="exists($before) and not($before[self::head or self::milestone or self::dateline or self::divGen or self::epigraph or self::argument])"/>
    <xsl:choose>
      <xsl:when test="p:has-blocks(.)">
        <xsl:call-template name="blocks"><xsl:with-param name="indent" select="$indent"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="graphic and p:is-pictures(.)"><xsl:call-template name="paragraph-of-pictures"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="paragraph"><xsl:with-param name="indent" select="$indent"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where a page begins, so that notes stand with their callouts. -->
  <xsl:template mode="block" match="processing-instruction('chancery-page')">page-begins&#xA;</xsl:template>

  <!-- Whether the lines of a paragraph may stand alone, for the same reason. -->
  <xsl:function name="p:lines-apart" as="xs:boolean">
    <xsl:param name="block" as="node()"/>
    <xsl:sequence select="exists($block/preceding-sibling::node()[1]/self::processing-instruction('chancery-lines-apart'))"/>
  </xsl:function>

  <xsl:template mode="block" match="div | body | front | back | text | argument | docTitle | listBibl | floatingText | group | sp | TEI">
    <xsl:call-template name="blocks"><xsl:with-param name="indent" select="false()"/></xsl:call-template>
  </xsl:template>

  <!-- A list of books has each of its entries on lines of its own. -->
  <xsl:template mode="block" match="listBibl/bibl | listBibl/biblStruct | listBibl/biblFull">
    <xsl:choose>
      <xsl:when test="p:has-blocks(.)"><xsl:call-template name="blocks"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="paragraph">
          <xsl:with-param name="nodes" select="."/>
          <xsl:with-param name="function" select="'register-entry'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="block" match="head | trailer">
    <xsl:call-template name="paragraph"><xsl:with-param name="function" select="'inner-head'"/></xsl:call-template>
  </xsl:template>

  <xsl:template mode="block" match="byline | dateline | docImprint | docAuthor | docEdition | imprimatur | titlePart">
    <xsl:call-template name="paragraph"><xsl:with-param name="function" select="'own-line'"/></xsl:call-template>
  </xsl:template>

  <xsl:template mode="block" match="milestone[@rend = 'asterisks' or @unit = 'section']">section-asterisks()&#xA;</xsl:template>
  <xsl:template mode="block" match="milestone | divGen | pb | cb | lb | anchor"/>

  <xsl:template mode="block" match="epigraph | quote | q">
    <xsl:text>indented({&#xA;</xsl:text>
    <xsl:call-template name="blocks"><xsl:with-param name="indent" select="false()"/></xsl:call-template>
    <xsl:text>})&#xA;</xsl:text>
  </xsl:template>

  <!-- ## Lists -->

  <!-- First line indented, turnovers full left: an item is a paragraph that begins with its label. -->
  <xsl:template mode="block" match="list">
    <xsl:apply-templates select="head | item | *[not(self::head or self::item or self::label)]" mode="block"/>
  </xsl:template>

  <xsl:template mode="block" match="list/label | list/headLabel"/>

  <xsl:template mode="block" match="item | headItem">
    <xsl:variable name="label" select="preceding-sibling::*[1][self::label or self::headLabel]"/>
    <xsl:variable name="numbered" select="self::item and (contains-token(lower-case(../@rend || ''), 'numbered') or ../@type = ('ordered', 'numbered'))"/>
    <xsl:variable name="text" select="(node()[not(p:is-silent(.))])[1]"/>
    <xsl:choose>
      <!-- The label stands in the item's first paragraph. -->
      <xsl:when test="p:has-blocks(.)">
        <xsl:text>{&#xA;</xsl:text>
        <xsl:if test="$label or $numbered">
          <xsl:text>own-line(</xsl:text>
          <xsl:call-template name="item-label"><xsl:with-param name="label" select="$label"/></xsl:call-template>
          <xsl:text>)&#xA;</xsl:text>
        </xsl:if>
        <xsl:call-template name="blocks"/>
        <xsl:text>}&#xA;</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="ends" as="xs:string">
          <xsl:value-of><xsl:call-template name="ends"/></xsl:value-of>
        </xsl:variable>
        <xsl:variable name="sticky" select="not(following-sibling::item) and exists(parent::list/following-sibling::*[1][self::closer]) and not(p:calls-notes(.))"/>
        <xsl:sequence select="(if (p:lines-apart(.)) then 'lines-apart(' else '') || 'para(' || (if ($sticky) then 'sticky: true, ' else '')"/>
        <xsl:call-template name="line-beginning"/>
        <xsl:call-template name="item-label"><xsl:with-param name="label" select="$label"/></xsl:call-template>
        <xsl:call-template name="content"/>
        <xsl:sequence select="$ends || (if (p:lines-apart(.)) then ')' else '') || ')&#xA;'"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="item-label">
    <xsl:param name="label" as="element()?"/>
    <xsl:choose>
      <xsl:when test="$label"><xsl:apply-templates select="$label" mode="inline"/>sp, </xsl:when>
      <xsl:when test="self::headItem"/>
      <xsl:when test="contains-token(lower-case(../@rend || ''), 'numbered') or ../@type = ('ordered', 'numbered')">
        <xsl:sequence select="p:string('(' || count(preceding-sibling::item) + 1 || ')') || ', sp, '"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ends">
    <xsl:param name="ends" as="element()?" tunnel="yes"/>
    <xsl:if test="$ends is .">document-end(), </xsl:if>
  </xsl:template>

  <!-- ## Opener and closer -->

  <xsl:template mode="block" match="opener">
    <xsl:for-each-group select="node()" group-adjacent="boolean(self::salute or self::dateline or self::address or p:is-block(.))">
      <xsl:choose>
        <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()" mode="opener"/></xsl:when>
        <xsl:when test="every $node in current-group() satisfies p:is-silent($node)"/>
        <xsl:otherwise>
          <xsl:call-template name="paragraph">
            <xsl:with-param name="nodes" select="current-group()"/>
            <xsl:with-param name="function" select="'own-line'"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template mode="opener" match="dateline">
    <xsl:call-template name="paragraph"><xsl:with-param name="function" select="'right-line'"/></xsl:call-template>
  </xsl:template>
  <xsl:template mode="opener" match="*"><xsl:apply-templates select="." mode="block"/></xsl:template>

  <xsl:template mode="block" match="salute | signed">
    <xsl:call-template name="paragraph"><xsl:with-param name="function" select="'own-line'"/></xsl:call-template>
  </xsl:template>

  <!-- Each part is a line, with the notes on it. -->
  <xsl:template mode="block" match="address">
    <xsl:for-each-group select="node()[not(p:is-silent(.))]" group-starting-with="node()[not(self::note)]">
      <xsl:call-template name="paragraph">
        <xsl:with-param name="nodes" select="if (self::addrLine) then (node(), tail(current-group())) else current-group()"/>
        <xsl:with-param name="function" select="'address-line'"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>
  <xsl:template mode="block" match="addrLine">
    <xsl:call-template name="paragraph"><xsl:with-param name="function" select="'address-line'"/></xsl:call-template>
  </xsl:template>

  <xsl:template mode="block" match="closer">
    <xsl:text>closing(</xsl:text>
    <xsl:for-each-group select="node()" group-adjacent="if (self::salute or self::signed or self::dateline or p:is-block(.)) then generate-id() else 'text'">
      <xsl:choose>
        <xsl:when test="current-grouping-key() = 'text' and (every $node in current-group() satisfies p:is-silent($node))"/>
        <xsl:when test="self::signed">
          <xsl:text>closing-signature(</xsl:text>
          <xsl:call-template name="line-beginning"/>
          <xsl:apply-templates mode="inline">
            <xsl:with-param name="set" select="'small-capitals'" tunnel="yes"/>
          </xsl:apply-templates>
          <xsl:text>), </xsl:text>
        </xsl:when>
        <xsl:when test="self::salute">closing-salute(<xsl:call-template name="line-beginning"/><xsl:call-template name="content"/>), </xsl:when>
        <xsl:when test="self::dateline">closing-date(<xsl:call-template name="line-beginning"/><xsl:call-template name="content"/>), </xsl:when>
        <xsl:when test="current-grouping-key() = 'text'">closing-text(<xsl:call-template name="line-beginning"/><xsl:apply-templates select="current-group()" mode="inline"/>), </xsl:when>
        <xsl:otherwise>closing-blocks({<xsl:text>&#xA;</xsl:text><xsl:apply-templates select="current-group()" mode="block"/>}), </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
    <xsl:variable name="ends" as="xs:string"><xsl:value-of><xsl:call-template name="ends"/></xsl:value-of></xsl:variable>
    <xsl:sequence select="if ($ends != '') then 'last: true)&#xA;' else ')&#xA;'"/>
  </xsl:template>

  <xsl:template mode="block" match="postscript">
    <xsl:text>v(half)&#xA;</xsl:text>
    <xsl:variable name="label" select="label[1]"/>
    <xsl:variable name="first" select="p[1][not(p:has-blocks(.))]"/>
    <xsl:choose>
      <xsl:when test="$label and $first">
        <xsl:text>para(indent: false, </xsl:text>
        <xsl:call-template name="line-beginning"/>
        <xsl:apply-templates select="$label" mode="inline"/>
        <xsl:text>sp, </xsl:text>
        <xsl:apply-templates select="$first/node()" mode="inline"/>
        <xsl:for-each select="$first"><xsl:call-template name="ends"/></xsl:for-each>
        <xsl:text>)&#xA;</xsl:text>
        <xsl:call-template name="blocks"><xsl:with-param name="nodes" select="node() except ($label, $first)"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="blocks"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>v(half)&#xA;</xsl:text>
  </xsl:template>

  <!-- ## Verse and tables -->

  <xsl:template mode="block" match="lg">
    <!-- Stanzas of the usual lengths stay on one page; a longer one that did could leave half of the page before it empty. -->
    <xsl:variable name="goes-on" select="count(descendant::l) gt 16 or exists(descendant::processing-instruction('chancery-page'))"/>
    <xsl:sequence select="'stanza(' || (if ($goes-on) then 'goes-on: true, ' else '') || '{&#xA;'"/>
    <xsl:apply-templates select="* | processing-instruction('chancery-page')" mode="block"/>
    <xsl:text>})&#xA;</xsl:text>
  </xsl:template>

  <xsl:template mode="block" match="l">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="function" select="if (contains(lower-case(@rend), 'indent')) then 'verse-line.with(indent: 1)' else 'verse-line'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="block" match="table">
    <xsl:apply-templates select="head" mode="block"/>
    <xsl:variable name="columns" select="max((1, row/sum(cell/p:span(@cols))))"/>
    <xsl:variable name="labels" select="count(row[not(preceding-sibling::row[not(@role = 'label')])][@role = 'label'])"/>
    <xsl:variable name="parted" select="exists(row[p:begins-page(.)])"/>
    <xsl:sequence select="(if ($parted) then 'parted-' else '') || 'rows(' || $columns || ', labels: ' || $labels || ', '"/>
    <xsl:for-each-group select="row" group-starting-with="row[p:begins-page(.)]">
      <xsl:if test="$parted">(</xsl:if>
      <xsl:for-each select="current-group()"><xsl:call-template name="cells"><xsl:with-param name="columns" select="$columns"/></xsl:call-template></xsl:for-each>
      <xsl:if test="$parted">), </xsl:if>
    </xsl:for-each-group>
    <xsl:text>)&#xA;</xsl:text>
  </xsl:template>

  <xsl:function name="p:begins-page" as="xs:boolean">
    <xsl:param name="row" as="element()"/>
    <xsl:sequence select="exists($row/preceding-sibling::node()[1][self::processing-instruction('chancery-page')])"/>
  </xsl:function>

  <!-- The cells of the row that is the context. -->
  <xsl:template name="cells">
    <xsl:param name="columns"/>
    <xsl:for-each select="cell">
      <xsl:text>cell(</xsl:text>
      <xsl:if test="(., ..)/@role = 'label'">label: true, </xsl:if>
      <xsl:if test="matches(normalize-space(.), '^[$£€]?[0-9][0-9., ]*%?$')">figures: true, </xsl:if>
      <xsl:if test="@cols"><xsl:sequence select="'columns: ' || p:span(@cols) || ', '"/></xsl:if>
      <xsl:choose>
        <xsl:when test="p:has-blocks(.)">
          <xsl:text>{&#xA;</xsl:text><xsl:call-template name="blocks"><xsl:with-param name="indent" select="false()"/></xsl:call-template><xsl:text>}, </xsl:text>
        </xsl:when>
        <xsl:otherwise>para(indent: false, <xsl:call-template name="content"/>), </xsl:otherwise>
      </xsl:choose>
      <xsl:text>), </xsl:text>
    </xsl:for-each>
    <!-- A short row is filled up, or the next would move into it. -->
    <xsl:sequence select="string-join(for $i in 1 to xs:integer($columns - sum(cell/p:span(@cols))) return 'cell(), ')"/>
  </xsl:template>

  <xsl:template mode="block" match="row">
    <xsl:for-each select="cell">
      <xsl:call-template name="blocks"><xsl:with-param name="indent" select="false()"/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="p:span" as="xs:integer">
    <xsl:param name="value" as="attribute()?"/>
    <xsl:sequence select="if ($value castable as xs:positiveInteger and xs:integer($value) le 40) then xs:integer($value) else 1"/>
  </xsl:function>

  <xsl:template mode="block" match="figDesc | cell | line | witness">
    <xsl:call-template name="paragraph"><xsl:with-param name="indent" select="false()"/></xsl:call-template>
  </xsl:template>

  <!-- ## Others -->

  <xsl:template mode="block" match="teiHeader"/>

  <xsl:template mode="block" match="titlePage">
    <xsl:apply-templates select="*" mode="block"/>
  </xsl:template>

  <!-- An element of running text that holds blocks: the blocks stand, and it is set as running text where it has some. -->
  <xsl:template mode="block" match="*">
    <xsl:choose>
      <xsl:when test="p:is-one-of(., $metadata)">
        <xsl:call-template name="paragraph">
          <xsl:with-param name="nodes" select="."/>
          <xsl:with-param name="indent" select="false()"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="p:is-unknown(.)"><xsl:call-template name="report-unknown"/></xsl:if>
        <xsl:call-template name="blocks"><xsl:with-param name="indent" select="false()"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="p:is-unknown" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        not(p:is-one-of($element, $metadata) or p:is-one-of($element, $transparent) or p:is-one-of($element, $silent) or p:is-one-of($element, $marked))"/>
  </xsl:function>
</xsl:stylesheet>
