<?xml version="1.0" encoding="UTF-8"?>
<!-- The hands of writer and editor: TEI P5 chapters 3.5, 12.3 and 13. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="supplied">
    <span class="supplied">
      <xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if>
      <xsl:text>[</xsl:text><xsl:apply-templates/><xsl:text>]</xsl:text>
    </span>
  </xsl:template>
  <!-- In a title the asterisk says it: no brackets, but where the copy is shown as it is. -->
  <xsl:template match="head[@type = 'title']//supplied" priority="1">
    <span class="furnished">
      <xsl:if test="$both"><copy-only>[</copy-only></xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="$both"><copy-only>]</copy-only></xsl:if>
    </span>
  </xsl:template>
  <xsl:template match="gap">
    <span class="gap"><xsl:value-of select="'⟨' || translate((@reason, 'gap')[1], '-', ' ') || '⟩'"/></span>
  </xsl:template>
  <xsl:template match="unclear">
    <span class="unclear"><xsl:call-template name="language"/><xsl:apply-templates/><span class="query">[?]</span></span>
  </xsl:template>
  <xsl:template match="surplus">
    <xsl:if test="$both"><copy-only><span class="surplus">{<xsl:apply-templates><xsl:with-param name="of-view" tunnel="yes" select="'copy'"/></xsl:apply-templates>}</span></copy-only></xsl:if>
  </xsl:template>
  <xsl:template match="secl">
    <span class="secl">{<xsl:apply-templates/>}</span>
  </xsl:template>
  <!--
    The edition prints what the editors read, as the list of emendations says, the writer's last wording, the lemma. The
    diplomatic view has the reading of the copy, and what the writer struck out and put in.

    A reading that neither of the two would show, as one within another that goes with one view alone, stands in square
    brackets beside the one that is shown: nothing of the source is lost to a reader.
  -->
  <xsl:template match="choice">
    <!-- Which of the views this goes with: both, or within an alternative one of them. -->
    <xsl:param name="of-view" as="xs:string" tunnel="yes" select="'both'"/>
    <xsl:variable name="read" select="(corr, reg, expan, *)[1]"/>
    <xsl:variable name="copied" select="(sic, orig, abbr, *)[1]"/>
    <xsl:variable name="shown" select="if ($of-view eq 'both') then $read | $copied else if ($of-view eq 'copy') then $copied else $read"/>
    <xsl:choose>
      <xsl:when test="not($both)"><xsl:apply-templates select="$read"/></xsl:when>
      <xsl:when test="count($shown) eq 1"><xsl:apply-templates select="$shown"/></xsl:when>
      <xsl:otherwise>
        <reading-only><xsl:apply-templates select="$read"><xsl:with-param name="of-view" tunnel="yes" select="'reading'"/></xsl:apply-templates></reading-only>
        <copy-only><xsl:apply-templates select="$copied"><xsl:with-param name="of-view" tunnel="yes" select="'copy'"/></xsl:apply-templates></copy-only>
      </xsl:otherwise>
    </xsl:choose>
    <!-- What is struck out or superfluous in the editors' reading is none of the reading text, and the copy's reading has it not. -->
    <xsl:variable name="whole" select="
      if ($of-view eq 'both' and count($shown) gt 1) then $read[descendant::del or descendant::surplus or descendant::fw] else ()"/>
    <xsl:if test="$both and (count(*) gt count($shown) or $whole)">
      <xsl:call-template name="other-readings"><xsl:with-param name="readings" select="(* except $shown) | $whole"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="app">
    <xsl:variable name="read" select="(lem, rdg, rdgGrp/(lem, rdg), *)[1]"/>
    <xsl:apply-templates select="$read"/>
    <xsl:if test="$both and count(*) gt 1">
      <xsl:call-template name="other-readings"><xsl:with-param name="readings" select="(* except rdgGrp, rdgGrp/descendant::*[parent::rdgGrp][not(self::rdgGrp)][ancestor::app[1] is current()]) except $read"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="other-readings">
    <xsl:param name="readings" as="element()*"/>
    <xsl:param name="of-view" as="xs:string" tunnel="yes" select="'both'"/>
    <xsl:variable name="worded" select="$readings[normalize-space() or descendant::g]"/>
    <xsl:choose>
      <xsl:when test="empty($worded)"/>
      <xsl:when test="$of-view eq 'both'">
        <copy-only>
          <xsl:call-template name="bracketed">
            <xsl:with-param name="readings" select="$worded"/>
            <xsl:with-param name="of-view" tunnel="yes" select="'copy'"/>
          </xsl:call-template>
        </copy-only>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="bracketed"><xsl:with-param name="readings" select="$worded"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- What the editors read is "i.e."; what else there is, a variant, under the sigla of its witnesses. -->
  <xsl:template name="bracketed">
    <xsl:param name="readings" as="element()*"/>
    <xsl:text> </xsl:text>
    <span class="other-readings">
      <xsl:text>[</xsl:text>
      <xsl:for-each select="$readings">
        <xsl:if test="position() > 1">; </xsl:if>
        <xsl:value-of select="if (self::corr or self::reg or self::expan) then 'i.e. ' else 'var. '"/>
        <xsl:apply-templates select="."/>
        <xsl:if test="@wit"><xsl:value-of select="' ' || string-join(tokenize(@wit) ! replace(., '^.*#', ''), ' ')"/></xsl:if>
      </xsl:for-each>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>
  <xsl:template match="subst"><xsl:apply-templates/></xsl:template>
  <xsl:template match="del">
    <xsl:if test="$both"><copy-only><del><xsl:call-template name="language"/><xsl:apply-templates><xsl:with-param name="of-view" tunnel="yes" select="'copy'"/></xsl:apply-templates></del></copy-only></xsl:if>
  </xsl:template>
  <xsl:template match="add">
    <xsl:param name="of-view" as="xs:string" tunnel="yes" select="'both'"/>
    <xsl:choose>
      <xsl:when test="$both and $of-view ne 'reading'">
        <reading-only><xsl:call-template name="inline"/></reading-only>
        <copy-only><ins><xsl:call-template name="language"/><xsl:apply-templates/></ins></copy-only>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- What the copy prints over and under its pages. -->
  <xsl:template match="fw">
    <xsl:if test="$both"><copy-only><span class="fw"><xsl:call-template name="language"/><xsl:apply-templates><xsl:with-param name="of-view" tunnel="yes" select="'copy'"/></xsl:apply-templates></span></copy-only></xsl:if>
  </xsl:template>
  <xsl:template match="restore/del"><xsl:apply-templates/></xsl:template>
  <!-- What somebody noted may be no more than a sign. -->
  <xsl:template match="note/metamark"><xsl:call-template name="inline"/></xsl:template>
  <!-- An unusual character that the text does not write is written as the header maps it. -->
  <xsl:template match="g[empty(node())]">
    <xsl:variable name="id" select="substring-after(@ref, '#')"/>
    <xsl:variable name="described" select="(root()//charDecl/(char | glyph)[@xml:id = $id])[1]"/>
    <span class="g"><xsl:value-of select="($described/mapping[@type = 'standard'], $described/mapping, '[?]')[1]"/></span>
  </xsl:template>
  <!-- Space is space; down the page it is nothing that a line could show. -->
  <xsl:template match="space"><span class="space"><xsl:if test="not(@dim = 'vertical')">&#x2003;</xsl:if></span></xsl:template>
  <xsl:template match="caesura"><span class="caesura">&#x2003;</span></xsl:template>
  <xsl:template match="noteGrp"><xsl:apply-templates select="note | noteGrp"/></xsl:template>
</xsl:stylesheet>
