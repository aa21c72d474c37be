<?xml version="1.0" encoding="UTF-8"?>
<!--
  Callouts and notes, linked both ways; one copy of each note in the page. A note's place in the page's list is found
  once, by note-plan, and kept as a map from the identity of a callout to its note.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The page of the copy on which a footnote stands, for series that begin anew on each page. -->
  <xsl:accumulator name="page" as="xs:string" initial-value="''">
    <xsl:accumulator-rule match="pb" select="string(@n)"/>
  </xsl:accumulator>

  <!-- Notes called where they stand, counted through the document; for those that bear no figure of their own. Textual notes all bear one. -->
  <xsl:accumulator name="footnotes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="note[not(@type = 'textual')][f:called-here(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- How footnotes are numbered that bear no figure: a pattern of format-integer, or * for signs; empty where the volume does not say. -->
  <xsl:param name="footnotes" as="xs:string" select="''"/>

  <!-- The label of the footnote of that count. The seventh sign is the first one twice. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="
      if ($footnotes eq '*') then
        string-join((1 to (($count - 1) idiv 6 + 1)) ! substring('*†‡§¶‖', ($count - 1) mod 6 + 1, 1))
      else format-integer($count, if ($footnotes = ('a', 'i')) then $footnotes else '1')"/>
  </xsl:function>

  <!-- What calls a note from a text: pointers, notes that stand where they are called, furnished titles. -->
  <xsl:function name="f:callouts" as="element()*">
    <xsl:param name="scope" as="node()*"/>
    <xsl:sequence select="$scope/(descendant-or-self::ptr[@type = 'endnote']
      | descendant-or-self::note[f:called-here(.)] | descendant-or-self::head[f:furnished(.)])"/>
  </xsl:function>

  <!-- What makes two callouts call one note. -->
  <xsl:function name="f:note-key" as="xs:string">
    <xsl:param name="callout" as="element()"/>
    <xsl:sequence select="
      if ($callout/self::ptr) then 'endnote ' || f:fragment($callout/@target)
      else if ($callout/self::head) then 'title'
      else generate-id($callout)"/>
  </xsl:function>

  <!--
    The notes of a page in the order of their first callouts, each with all of its callouts, its figure and, when it is
    of the volume's series, what the plan knows of it. Found once for each note.
  -->
  <xsl:function name="f:note-plan" as="map(*)*">
    <xsl:param name="scope" as="node()*"/>
    <xsl:for-each-group select="f:callouts($scope)" group-by="f:note-key(.)">
      <xsl:variable name="planned" select="
        if (self::ptr) then $lookup?note(f:fragment(@target)) else ()"/>
      <xsl:sequence select="map{
        'place': position(),
        'calls': current-group(),
        'planned': $planned,
        'figure': if (self::head) then '*'
                  else if (self::ptr) then ($planned/string(@figure), '?')[1]
                  else if (@n) then string(@n)
                  else f:label(accumulator-before('footnotes'))}"/>
    </xsl:for-each-group>
  </xsl:function>

  <!--
    Of the whole page, not handed down: SaxonJS copies tunnel parameters at each call of a template. On the page of the
    volume's notes callouts are not linked.
  -->
  <xsl:variable name="notes" as="map(*)*" select="f:note-plan($text)"/>
  <xsl:variable name="numbering" as="map(*)" select="map:merge(
    for $note in $notes[not($text/self::div[@type = 'notes'])], $call in $note?calls
    return map:entry(generate-id($call), $note))"/>

  <xsl:template match="ptr[@type = 'endnote'] | note[f:called-here(.)]" priority="2" name="callout">
    <xsl:variable name="at" select="$numbering(generate-id())"/>
    <xsl:variable name="figure" select="
      if (exists($at)) then $at?figure else ($lookup?note(f:fragment(@target))/string(@figure), '?')[1]"/>
    <xsl:if test="self::ptr and $figure eq '?'">
      <xsl:message><dead-callout xmlns="" target="{@target}" path="{path(.)}" of="{f:file(.)}"/></xsl:message>
    </xsl:if>
    <xsl:choose>
      <!-- A callout in a note of the volume that this page repeats: its note is on the page of notes. -->
      <xsl:when test="empty($at)"><span class="callout"><xsl:value-of select="$figure"/></span></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="turn" select="count($at?calls[. &lt;&lt; current()]) + 1"/>
        <a class="callout k{$at?place}{if (self::head) then ' star' else ''}{if ($turn gt 1) then ' again' else ''}" id="call-{$at?place}-{$turn}"
          href="#note-{$at?place}" role="doc-noteref" aria-label="{if (self::head) then 'Note on the title' else 'Note ' || $figure}">
          <xsl:value-of select="$figure"/>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A note that is itself a block of the page: a headnote, a source note, a note of the volume's series. -->
  <xsl:template match="note">
    <xsl:call-template name="block"/>
  </xsl:template>

  <!-- All notes that the text calls, once each. -->
  <xsl:template name="notes">
    <xsl:if test="exists($notes)">
      <section class="notes{' many'[count($notes) gt 60]}" role="doc-endnotes" aria-labelledby="notes-heading">
        <h2 id="notes-heading">Notes</h2>
        <ol role="list">
          <xsl:for-each select="$notes">
            <xsl:call-template name="note-in-list"/>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- That the editors furnished a title is no matter of the copy. -->
  <xsl:template name="note-in-list">
    <xsl:choose>
      <xsl:when test="$both and ?calls[1]/self::head"><reading-only><xsl:call-template name="listed-note"/></reading-only></xsl:when>
      <xsl:otherwise><xsl:call-template name="listed-note"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- From a note to the call that is the context. -->
  <xsl:template name="back-link">
    <xsl:param name="note" as="map(*)"/>
    <xsl:param name="turn" as="xs:integer"/>
    <xsl:text> </xsl:text>
    <a class="back" role="doc-backlink" href="#call-{$note?place}-{$turn}">
      <xsl:choose>
        <xsl:when test="self::head">Back to the title</xsl:when>
        <xsl:when test="count($note?calls) gt 1">Back to callout <xsl:value-of select="$turn"/></xsl:when>
        <xsl:otherwise>Back to the text</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="not(self::head)"><span class="sr">, note <xsl:value-of select="$note?figure"/></span></xsl:if>
    </a>
  </xsl:template>

  <!-- The note that is the context. -->
  <xsl:template name="listed-note">
    <xsl:variable name="note" select="."/>
    <xsl:variable name="first" select="?calls[1]"/>
    <li id="note-{?place}" class="k{?place}">
      <xsl:variable name="page" select="if ($first/self::note) then $first/accumulator-before('page') else ''"/>
      <xsl:if test="$page and $page ne (let $before := $notes[$note?place - 1]?calls[1]
                    return if ($before/self::note) then $before/accumulator-before('page') else '')">
        <span class="note-page">p. <xsl:value-of select="$page"/></span>
      </xsl:if>
      <span class="figure"><xsl:value-of select="?figure"/></span>
      <div class="note-text">
        <xsl:choose>
          <xsl:when test="$first/self::head">
            <xsl:text>The document had no title; the title used has been furnished by the editors.</xsl:text>
          </xsl:when>
          <xsl:when test="$first/self::ptr">
            <xsl:variable name="id" select="f:fragment($first/@target)"/>
            <xsl:call-template name="note-text">
              <xsl:with-param name="note" select="$lookup?id($id)"/>
            </xsl:call-template>
            <xsl:call-template name="also-called">
              <xsl:with-param name="planned" select="$note?planned"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="note-text">
              <xsl:with-param name="note" select="$first"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="?calls">
          <xsl:variable name="link" as="node()*">
            <xsl:call-template name="back-link">
              <xsl:with-param name="note" select="$note"/>
              <xsl:with-param name="turn" select="position()"/>
            </xsl:call-template>
          </xsl:variable>
          <!-- What is struck out calls its notes where the copy is shown as it is, and nowhere else. -->
          <xsl:choose>
            <xsl:when test="empty(ancestor::del[not(parent::restore)] | ancestor::surplus | ancestor::fw)"><xsl:sequence select="$link"/></xsl:when>
            <xsl:when test="$both"><copy-only><xsl:sequence select="$link"/></copy-only></xsl:when>
          </xsl:choose>
        </xsl:for-each>
      </div>
    </li>
  </xsl:template>

  <!-- The wording of a note, or that it is wanting. -->
  <xsl:template name="note-text">
    <xsl:param name="note" as="element()*"/>
    <xsl:choose>
      <xsl:when test="empty($note)">There is no such note.</xsl:when>
      <xsl:when test="$note/gap and not(normalize-space($note[1]))">
        <span class="wanting">The text of this note is wanting in the source.</span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$note[1]/node()"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The other documents that call a note of the volume, with links. -->
  <xsl:template name="also-called">
    <xsl:param name="planned" as="element()?"/>
    <xsl:variable name="series" select="$plan/c:frame/c:link[@type = 'notes'][1]"/>
    <!--
      A note called throughout the volume would fill the margin with its callers: the page of notes has them all. Nor
      are they looked through here, which would take the square of the volume's length.
    -->
    <xsl:variable name="first" select="$planned/c:called[position() le 8][@in ne $here]"/>
    <xsl:variable name="many" select="count($first) gt 6 and $series"/>
    <xsl:variable name="named" select="
      if ($many) then $first[position() le 4] else ($first, $planned/c:called[position() gt 8][@in ne $here])"/>
    <xsl:variable name="more" select="
      if ($many) then $planned/@callers - count($current/self::c:entry) - count($named) else 0"/>
    <xsl:if test="exists($named)">
      <xsl:text> Also called in </xsl:text>
      <xsl:for-each select="$named">
        <xsl:value-of select="if (position() eq 1) then '' else if (position() eq last() and $more eq 0) then ' and ' else ', '"/>
        <a href="{$root}letters/{@in}/index.html"><xsl:value-of select="@words"/></a>
      </xsl:for-each>
      <xsl:if test="$more gt 0">
        <xsl:text> and </xsl:text>
        <a href="{$root}{$series/@slug}/index.html#{$planned/@id}"><xsl:value-of select="$more"/> more</a>
      </xsl:if>
      <xsl:text>.</xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
